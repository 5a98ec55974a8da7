using System.Net;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What a script does: a batch first, then each file by itself, then one word for all of them.</summary>
public sealed class UploadTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static readonly Guid Session = new("01890000-0000-7000-8000-000000000002");

    static readonly string Route = $"/v1/files/batch/{Neighbourhood.BatchId}/files/{PageRoutesTable.Id}";

    [Theory, Trait("Scenario", "P-19"), Trait("Scenario", "P-22")]
    [InlineData("\"><img src=x onerror=alert(1)>.docx", HttpStatusCode.Accepted)]
    [InlineData("‮tset‬.docx", HttpStatusCode.OK)]
    [InlineData("Åsa.pdf", HttpStatusCode.Accepted)]
    public async Task Each_file_is_sent_by_itself_under_an_id_of_its_own_and_its_name_in_a_header(string name, HttpStatusCode answer)
    {
        var asked = new List<string>();
        shared.Portal.Others.On(
            HttpMethod.Put,
            Route,
            async request =>
            {
                asked.Add($"{request.RequestUri!.Query} {Uri.UnescapeDataString(request.Headers.GetValues("X-File-Name").Single())}");
                asked.Add(await request.Content!.ReadAsStringAsync());
                return FakeHttp.Json(new { }, answer);
            }
        );

        using var file = new StringContent("The day we moved");
        var seen = await PutAsync(file, name);

        seen.StatusCode.ShouldBe(answer);
        asked.ShouldBe([$"?session={Session} {name}", "The day we moved"]);
    }

    [Theory, Trait("Scenario", "P-20")]
    [InlineData("EMPTY_CONTENT")]
    [InlineData("DUPLICATE_FILE")]
    public async Task A_refused_file_comes_back_with_its_reason(string code)
    {
        shared.Portal.Others.On(
            HttpMethod.Put,
            Route,
            _ =>
                FakeHttp.Json(
                    new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { ["file"] = [code] } },
                    HttpStatusCode.UnprocessableEntity
                )
        );

        using var file = new StringContent("");
        var seen = await PutAsync(file, "a.txt");

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Text.ShouldBe($"{{\"code\":\"{code}\"}}");
    }

    [Theory, Trait("Scenario", "S-628")]
    [InlineData(HttpStatusCode.Conflict, "BATCH_LOCKED", HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE", HttpStatusCode.ServiceUnavailable)]
    public async Task What_File_Intake_cannot_take_now_is_said_by_its_status(HttpStatusCode answer, string code, HttpStatusCode expected)
    {
        shared.Portal.Others.On(HttpMethod.Put, Route, _ => FakeHttp.Json(new { Code = code }, answer));

        using var file = new StringContent("The day we moved");

        (await PutAsync(file, "a.txt")).StatusCode.ShouldBe(expected);
    }

    [Fact, Trait("Scenario", "S-627")]
    public async Task When_all_are_sent_they_are_told_of_together()
    {
        string? sent = null;
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/files/batch/{Neighbourhood.BatchId}/uploaded",
            async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return FakeHttp.Json(new { Accepted = 3, Refused = 1 });
            }
        );
        await shared.Teacher.GetAsync("/me");

        var seen = await shared.Teacher.PostAsync($"/batches/{Neighbourhood.BatchId}/uploaded", ("session", $"{Session}"));

        sent.ShouldBe($"{{\"session\":\"{Session}\"}}");
        seen.Text.ShouldBe("{\"accepted\":3,\"refused\":1}");
    }

    [Fact, Trait("Scenario", "P-20")]
    public async Task More_files_than_a_batch_takes_are_said_before_any_is_sent()
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        shared.Portal.Others.On(
            HttpMethod.Post,
            "/v1/batches/register",
            _ =>
                FakeHttp.Json(
                    new
                    {
                        Code = "VALIDATION_ERROR",
                        Errors = new Dictionary<string, string[]> { ["expected_essay_count"] = ["1 to 100"] },
                    },
                    HttpStatusCode.BadRequest
                )
        );
        await shared.Teacher.GetAsync("/batches/new");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__token"] = shared.Teacher.Token,
                ["class"] = $"{Neighbourhood.ClassId}",
                ["count"] = "101",
                ["key"] = "k",
            }
        );

        var seen = await shared.Teacher.SendAsync(
            HttpMethod.Post,
            "/batches",
            form,
            headers =>
            {
                headers.Accept.Clear();
                headers.Accept.ParseAdd("application/json");
            }
        );

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Text.ShouldBe("{\"messages\":[\"That is more than a batch may have.\"]}");
    }

    async Task<Seen> PutAsync(HttpContent file, string name)
    {
        await shared.Teacher.GetAsync("/me");
        return await shared.SendAsync(file, name, Session);
    }
}
