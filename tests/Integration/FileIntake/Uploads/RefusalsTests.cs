using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

[Trait("Scenario", "S-303")]
public sealed class RefusalsTests
{
    static readonly byte[] Image = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8];

    [Fact]
    public async Task What_is_wrong_from_outside_is_refused_by_name_and_the_good_files_go_on()
    {
        await using var intake = await IntakeHarness.StartAsync();

        var receipt = await intake
            .UploadAsync(
                ("first.txt", IntakeHarness.Essay("Första")),
                ("setup.exe", [(byte)'M', (byte)'Z', 0x90, 0]),
                ("photo.docx", Image),
                ("~$x.docx", WordFile.Of("x")),
                ("large.txt", new byte[(10 * 1024 * 1024) + 1]),
                ("nothing.txt", []),
                ("copy.txt", IntakeHarness.Essay("Första")),
                ("last.docx", WordFile.Of("Ett sista stycke som räcker till, eftersom det är långt nog."))
            )
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();

        receipt.Accepted().ShouldBe(["first.txt", "last.docx"]);
        receipt
            .Refused()
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["setup.exe"] = "UNSUPPORTED_MEDIA_TYPE",
                    ["photo.docx"] = "UNSUPPORTED_MEDIA_TYPE",
                    ["~$x.docx"] = "UNSUPPORTED_MEDIA_TYPE",
                    ["large.txt"] = "PAYLOAD_TOO_LARGE",
                    ["nothing.txt"] = "EMPTY_CONTENT",
                    ["copy.txt"] = "DUPLICATE_FILE",
                }
            );
        (await intake.QueryAsync<long>("select count(*) from raw_files")).ShouldBe(2);
        (await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        (await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_without_a_single_good_file_leaves_nothing_behind()
    {
        await using var intake = await IntakeHarness.StartAsync();

        var problem = await intake
            .UploadAsync(("a.exe", [1]), ("b.txt", []))
            .ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");

        problem.GetProperty("errors").GetProperty("files[0]")[0].GetString().ShouldBe("UNSUPPORTED_MEDIA_TYPE");
        problem.GetProperty("errors").GetProperty("files[1]")[0].GetString().ShouldBe("EMPTY_CONTENT");
        (await intake.QueryAsync<long>("select (select count(*) from file_uploads) + (select count(*) from outbox)")).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_the_batch_has_is_taken_again_only_when_asked_for()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var essay = IntakeHarness.Essay("Samma");
        await intake.UploadAsync(("a.txt", essay)).ShouldBeAsync(HttpStatusCode.Accepted);

        await intake.UploadAsync(("b.txt", essay)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR");
        var form = IntakeHarness.Form(
            [("batch_id", intake.BatchId.ToString()), ("allow_duplicates", "true")],
            ("c.txt", essay),
            ("d.txt", essay)
        );
        (await intake.PostAsync(form).ShouldBeAsync(HttpStatusCode.Accepted)).Accepted().ShouldBe(["c.txt", "d.txt"]);

        await intake.SettleAsync();
        (await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_repeated_request_with_its_key_gets_the_first_answer_and_changes_nothing()
    {
        await using var intake = await IntakeHarness.StartAsync();
        intake.Client.DefaultRequestHeaders.Add("Idempotency-Key", "upload-1");
        var essay = IntakeHarness.Essay("En gång");

        var first = await intake.UploadAsync(("a.txt", essay)).ShouldBeAsync(HttpStatusCode.Accepted);
        var second = await intake.UploadAsync(("a.txt", essay)).ShouldBeAsync(HttpStatusCode.Accepted);

        second.GetRawText().ShouldBe(first.GetRawText());
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_simultaneous_uploads_of_one_file_one_is_taken()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var essay = IntakeHarness.Essay("Samtidigt");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => intake.UploadAsync(($"{i}.txt", essay))));

        answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted).ShouldBe(1);
        answers.Count(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity).ShouldBe(7);
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(1);
    }

    [Fact]
    public async Task Requests_that_make_no_sense_are_answered_with_their_codes()
    {
        await using var intake = await IntakeHarness.StartAsync();
        (string, byte[]) file = ("a.txt", IntakeHarness.Essay("A"));
        (string, string) batch = ("batch_id", intake.BatchId.ToString());
        var many = Enumerable.Range(0, 101).Select(i => ($"{i}.txt", new[] { (byte)i })).ToArray();

        await PostAsync(IntakeHarness.Form([], file)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD");
        await PostAsync(IntakeHarness.Form([("batch_id", "7")], file)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await PostAsync(IntakeHarness.Form([("batch_id", Guid.Empty.ToString())], file))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await PostAsync(IntakeHarness.Form([batch])).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "MISSING_REQUIRED_FIELD");
        await PostAsync(IntakeHarness.Form([batch, ("colour", "red")], file))
            .ShouldBeProblemAsync(HttpStatusCode.BadRequest, "VALIDATION_ERROR");
        await PostAsync(IntakeHarness.Form([batch], many)).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "LIMIT_EXCEEDED");
        await PostAsync(new StringContent("{}")).ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(0);

        Task<HttpResponseMessage> PostAsync(HttpContent form) => intake.PostAsync(form);
    }
}
