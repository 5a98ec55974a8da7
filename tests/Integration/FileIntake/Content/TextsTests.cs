using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Content;

[Trait("Scenario", "S-301")]
public sealed class TextsTests
{
    static readonly string[] Lines = ["Åsa Öman skrev den här texten en kväll i februari.", "", "", "Sedan gick hon över ängen till sjön."];

    static byte[] Encoded(Encoding encoding) => [.. encoding.Preamble, .. encoding.GetBytes(string.Join("\r\n", Lines))];

    [Fact]
    public async Task Every_kind_of_file_becomes_a_text_that_is_served_by_its_storage_id_and_told_to_the_others()
    {
        await using var intake = await IntakeHarness.StartAsync();

        var receipt = await intake
            .UploadAsync(
                ("utf8.txt", Encoded(new UTF8Encoding(false))),
                ("utf16.txt", Encoded(Encoding.Unicode)),
                ("ansi.txt", Encoded(CodePagesEncodingProvider.Instance.GetEncoding(1252)!)),
                ("word.docx", WordFile.Of(Lines)),
                ("page.pdf", PdfFile.Of(Lines))
            )
            .ShouldBeAsync(HttpStatusCode.Accepted);
        receipt.Accepted().Length.ShouldBe(5);
        await intake.SettleAsync();

        var provisioned = await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken);
        provisioned.Count.ShouldBe(5);
        foreach (var fact in provisioned)
        {
            fact.UserId.ShouldBe(IntakeHarness.Teacher);
            fact.Header.CorrelationId.ShouldBe(receipt.GetProperty("correlation_id").GetGuid());
            var text = await intake.Client.GetStringAsync($"/v1/content/{fact.Data.TextStorageId}", TestContext.Current.CancellationToken);
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe([Lines[0], Lines[3]]);
            text.ShouldContain("\n\n", customMessage: fact.Data.OriginalFileName);
        }
        (await intake.StateAsync()).Values.ShouldAllBe(item => item.GetProperty("state").GetString() == "provisioned");
    }

    [Fact]
    public async Task Accepted_files_are_told_one_by_one_and_the_request_to_its_teacher()
    {
        await using var intake = await IntakeHarness.StartAsync();

        await intake
            .UploadAsync(("a.txt", IntakeHarness.Essay("A")), ("b.txt", IntakeHarness.Essay("B")), ("c.exe", [1]))
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();

        var added = await intake.Service.Log.FactsAsync<BatchFileAdded>(TestContext.Current.CancellationToken);
        added.Select(fact => fact.Data.Filename).ShouldBe(["a.txt", "b.txt"], ignoreOrder: true);
        var notice = (await intake.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        notice.NotificationType.ShouldBe(NotificationType.BatchFilesUploaded);
        notice.Payload["accepted"].GetInt32().ShouldBe(2);
        notice.Payload["refused"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_text_has_an_entity_tag_and_is_not_sent_twice()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var stored = await intake.Client.PostAsync("/v1/content", new StringContent("Hej å ä ö"), TestContext.Current.CancellationToken);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);

        var first = await intake.Client.GetAsync(stored.Headers.Location, TestContext.Current.CancellationToken);
        (await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Hej å ä ö");
        var again = new HttpRequestMessage(HttpMethod.Get, stored.Headers.Location);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag.ShouldNotBeNull());
        var second = await intake.Client.SendAsync(again, TestContext.Current.CancellationToken);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Fact]
    public async Task The_texts_of_a_batch_are_fetched_with_one_request()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake
            .UploadAsync(("a.txt", IntakeHarness.Essay("Alfa")), ("b.txt", IntakeHarness.Essay("Beta")))
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();
        var provisioned = await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken);
        string[] ids = [.. provisioned.Select(fact => fact.Data.TextStorageId), Guid.Empty.ToString("N"), "another/service:1"];

        var fetched = await intake
            .Client.PostAsJsonAsync("/v1/content/fetch", new { storage_ids = ids }, TestContext.Current.CancellationToken)
            .ShouldBeAsync(HttpStatusCode.OK);

        var texts = fetched
            .GetProperty("items")
            .EnumerateArray()
            .ToDictionary(item => item.GetProperty("storage_id").GetString()!, item => item.GetProperty("text").GetString()!);
        texts.Keys.ShouldBe(ids.Take(2), ignoreOrder: true);
        provisioned.Count.ShouldBe(2);
        foreach (var fact in provisioned)
        {
            texts[fact.Data.TextStorageId].ShouldStartWith(fact.Data.OriginalFileName == "a.txt" ? "Alfa\n" : "Beta\n");
        }
    }

    [Fact]
    public async Task Bad_content_requests_are_answered_with_their_codes()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;

        await intake
            .Client.GetAsync("/v1/content/no%20id", cancellation)
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await intake
            .Client.GetAsync($"/v1/content/{Guid.Empty:N}", cancellation)
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await FetchAsync("a", null).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        var bad = await FetchAsync("a", "no id").ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        bad.GetProperty("errors").EnumerateObject().Select(error => error.Name).ShouldBe(["storage_ids[1]"]);
        await FetchAsync([.. Enumerable.Repeat("a", EnvelopeLimits.MaxEssays + 1)])
            .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "LIMIT_EXCEEDED");
        await PostAsync(new StringContent("{}", Encoding.UTF8, "application/json"))
            .ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        await PostAsync(new StringContent("")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await PostAsync(new StringContent(new string('a', 50_001)))
            .ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "PAYLOAD_TOO_LARGE");
        await PostAsync(Text([0xC3, 0x28])).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "PARSING_ERROR");
        (await intake.QueryAsync<long>("select count(*) from texts")).ShouldBe(0);

        Task<HttpResponseMessage> FetchAsync(params string?[] ids) =>
            intake.Client.PostAsJsonAsync("/v1/content/fetch", new { storage_ids = ids }, cancellation);

        Task<HttpResponseMessage> PostAsync(HttpContent content) => intake.Client.PostAsync("/v1/content", content, cancellation);

        static ByteArrayContent Text(byte[] bytes)
        {
            var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("text/plain", "utf-8");
            return content;
        }
    }
}
