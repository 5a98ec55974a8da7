using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Phase1.Events;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

/// <summary>Files that come alone, each under an id of its sender's.</summary>
public sealed class SingleFileTests
{
    [Fact, Trait("Scenario", "P-19")]
    public async Task A_file_whose_answer_was_lost_is_sent_again_and_is_there_once()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var (id, session) = (intake.Service.NewId(), intake.Service.NewId());

        var first = await PutAsync(intake, id, session, "Åsa.txt", IntakeHarness.Essay("Första")).ShouldBeAsync(HttpStatusCode.Accepted);
        var again = await PutAsync(intake, id, session, "Åsa.txt", IntakeHarness.Essay("Första")).ShouldBeAsync(HttpStatusCode.OK);
        var other = await PutAsync(intake, id, session, "other.txt", []).ShouldBeAsync(HttpStatusCode.OK);
        await intake.SettleAsync();

        first.GetProperty("file_name").GetString().ShouldBe("Åsa.txt");
        again.GetProperty("file_upload_id").GetGuid().ShouldBe(first.GetProperty("file_upload_id").GetGuid());
        other.GetProperty("file_name").GetString().ShouldBe("Åsa.txt");
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(1);
        (await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken)).Count.ShouldBe(1);
    }

    [Fact, Trait("Scenario", "P-19")]
    public async Task The_same_file_sent_twice_side_by_side_is_there_once()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var id = intake.Service.NewId();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => PutAsync(intake, id, null, "a.txt", IntakeHarness.Essay("Första")))
        );

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(3);
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "P-20")]
    public async Task A_bad_file_is_refused_with_its_reason_and_takes_no_slot()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await PutAsync(intake, intake.Service.NewId(), null, "good.txt", IntakeHarness.Essay("Första"));
        var bad = new Dictionary<string, byte[]>
        {
            ["setup.exe"] = [(byte)'M', (byte)'Z', 0x90, 0],
            ["nothing.txt"] = [],
            ["large.txt"] = new byte[(10 * 1024 * 1024) + 1],
            ["~$x.docx"] = IntakeHarness.Essay("x"),
            ["copy.txt"] = IntakeHarness.Essay("Första"),
        };

        var codes = new List<string?>();
        foreach (var (name, content) in bad)
        {
            var problem = await PutAsync(intake, intake.Service.NewId(), null, name, content)
                .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
            codes.Add(problem.GetProperty("errors").GetProperty("file")[0].GetString());
        }

        codes.ShouldBe(["UNSUPPORTED_MEDIA_TYPE", "EMPTY_CONTENT", "PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE", "DUPLICATE_FILE"]);
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "S-627")]
    public async Task The_files_of_a_session_are_told_of_together_once()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var session = intake.Service.NewId();
        for (var file = 0; file < 3; file++)
        {
            await PutAsync(intake, intake.Service.NewId(), session, $"{file}.txt", IntakeHarness.Essay($"Text {file}"));
        }
        await PutAsync(intake, intake.Service.NewId(), session, "nothing.txt", []);
        await PutAsync(intake, intake.Service.NewId(), intake.Service.NewId(), "another.txt", IntakeHarness.Essay("En annan"));

        var told = await CloseAsync(intake, session).ShouldBeAsync(HttpStatusCode.OK);
        var again = await CloseAsync(intake, session).ShouldBeAsync(HttpStatusCode.OK);
        var none = await CloseAsync(intake, intake.Service.NewId()).ShouldBeAsync(HttpStatusCode.OK);
        await intake.SettleAsync();

        told.ToString().ShouldBe("{\"accepted\":3,\"refused\":1}");
        again.ToString().ShouldBe(told.ToString());
        none.ToString().ShouldBe("{\"accepted\":0,\"refused\":0}");
        var facts = await intake.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken);
        facts
            .Where(fact => fact.Data.NotificationType == NotificationType.BatchFilesUploaded)
            .Select(fact => (fact.Data.Payload["accepted"].GetInt32(), fact.Data.Payload["refused"].GetInt32()))
            .ShouldBe([(3, 1)]);
    }

    [Fact]
    public async Task Neither_a_locked_batch_nor_anothers_takes_a_file()
    {
        await using var intake = await IntakeHarness.StartAsync();
        using var stranger = intake.Service.As("teacher-2");
        var essay = IntakeHarness.Essay("Första");

        await PutAsync(intake, intake.Service.NewId(), null, "a.txt", essay, stranger)
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await CloseAsync(intake, intake.Service.NewId(), stranger).ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await PutAsync(intake, intake.Service.NewId(), null, "", essay)
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD");
        intake.AnswerIntake(acceptsUploads: false);
        await PutAsync(intake, intake.Service.NewId(), null, "a.txt", essay).ShouldBeProblemAsync(HttpStatusCode.Conflict, "BATCH_LOCKED");
    }

    [Fact]
    public async Task The_original_comes_back_byte_by_byte_to_its_owner_alone_and_as_nothing_to_be_shown()
    {
        await using var intake = await IntakeHarness.StartAsync();
        using var stranger = intake.Service.As("teacher-2");
        var essay = IntakeHarness.Essay("Första");
        var stored = await PutAsync(intake, intake.Service.NewId(), null, "Åsa.txt", essay).ShouldBeAsync(HttpStatusCode.Accepted);
        var address = $"/v1/files/uploads/{stored.GetProperty("file_upload_id").GetGuid()}/original";

        using var answer = await intake.Client.GetAsync(address, TestContext.Current.CancellationToken);

        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(essay);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        await stranger
            .GetAsync(address, TestContext.Current.CancellationToken)
            .ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    static Task<HttpResponseMessage> PutAsync(
        IntakeHarness intake,
        Guid id,
        Guid? session,
        string name,
        byte[] content,
        HttpClient? client = null
    )
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var address = $"/v1/files/batch/{intake.BatchId}/files/{id}{(session is null ? "" : $"?session={session}")}";
        var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = body };
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name));
        return (client ?? intake.Client).SendAsync(request, TestContext.Current.CancellationToken);
    }

    static Task<HttpResponseMessage> CloseAsync(IntakeHarness intake, Guid session, HttpClient? client = null) =>
        (client ?? intake.Client).PostAsJsonAsync(
            $"/v1/files/batch/{intake.BatchId}/uploaded",
            new { session },
            TestContext.Current.CancellationToken
        );
}
