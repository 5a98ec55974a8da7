using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

[Trait("Scenario", "S-306")]
public sealed class LocksTests
{
    static (string, byte[]) File => ("a.txt", IntakeHarness.Essay("A"));

    [Fact]
    public async Task A_batch_in_a_later_status_takes_no_files()
    {
        await using var intake = await IntakeHarness.StartAsync();
        intake.AnswerIntake(acceptsUploads: false);

        await intake.UploadAsync(File).ShouldBeProblemAsync(HttpStatusCode.Conflict, "BATCH_LOCKED");

        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(0);
    }

    [Fact]
    public async Task A_status_change_on_the_log_locks_the_batch_even_before_BOS_says_so()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.Service.FeedAsync(Change(intake.BatchId, BatchStatus.AwaitingContentValidation));
        await intake.Service.DrainAsync();
        await intake.UploadAsync(File).ShouldBeAsync(HttpStatusCode.Accepted);

        await intake.Service.FeedAsync(Change(intake.BatchId, BatchStatus.AwaitingStudentValidation));
        await intake.Service.FeedAsync(Change(intake.BatchId, BatchStatus.StudentValidationCompleted));
        await intake.Service.DrainAsync();

        await intake.UploadAsync(("b.txt", IntakeHarness.Essay("B"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "BATCH_LOCKED");
        (await intake.QueryAsync<string>("select status from batch_locks")).ShouldBe("awaiting_student_validation");
        (await intake.QueryAsync<long>("select count(*) from inbox where outcome = 'stale'")).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_cancelled_batch_takes_no_files()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.UploadAsync(File).ShouldBeAsync(HttpStatusCode.Accepted);

        await intake.Service.FeedAsync(Change(intake.BatchId, BatchStatus.Cancelled));
        await intake.Service.DrainAsync();

        await intake.UploadAsync(("b.txt", IntakeHarness.Essay("B"))).ShouldBeProblemAsync(HttpStatusCode.Conflict, "BATCH_LOCKED");
    }

    [Fact]
    public async Task Another_teachers_batch_and_one_that_is_not_there_look_the_same()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.UploadAsync(File).ShouldBeAsync(HttpStatusCode.Accepted);
        using var other = intake.Service.As("teacher-2");
        var form = IntakeHarness.Form([("batch_id", intake.BatchId.ToString())], File);
        var unknown = IntakeHarness.Form([("batch_id", intake.Service.NewId().ToString())], File);

        await intake.PostAsync(form, other).ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await intake.PostAsync(unknown).ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await StateAsync(other, intake.BatchId).ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await StateAsync(intake.Client, intake.Service.NewId()).ShouldBeProblemAsync(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("upload-1")]
    public async Task Whoever_does_not_own_the_batch_is_answered_before_the_files_are_read(string? key)
    {
        await using var intake = await IntakeHarness.StartAsync();

        using var upload = await UnfinishedUpload.BeginAsync(intake, teacher: "teacher-2", key);

        (await upload.StatusAsync()).ShouldBe(HttpStatusCode.NotFound);
        intake.Service.Others.Asked.ShouldBe([$"GET /internal/v1/batches/{intake.BatchId}/intake"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("upload-1")]
    public async Task So_is_whoever_owns_one_that_takes_no_more(string? key)
    {
        await using var intake = await IntakeHarness.StartAsync();
        intake.AnswerIntake(acceptsUploads: false);

        using var upload = await UnfinishedUpload.BeginAsync(intake, IntakeHarness.Teacher, key);

        (await upload.StatusAsync()).ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_state_of_an_own_batch_without_files_is_an_empty_list()
    {
        await using var intake = await IntakeHarness.StartAsync();

        (await intake.StateAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_BOS_nothing_is_taken()
    {
        await using var intake = await IntakeHarness.StartAsync();
        intake.Service.Others.Away(".*");

        await intake.UploadAsync(File).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");

        (await intake.QueryAsync<long>("select count(*) from file_uploads")).ShouldBe(0);
    }

    static Task<HttpResponseMessage> StateAsync(HttpClient client, Guid batchId) =>
        client.GetAsync($"/v1/files/batch/{batchId}/state", TestContext.Current.CancellationToken);

    static BatchStatusChanged Change(Guid batchId, BatchStatus status) =>
        new()
        {
            BatchId = batchId,
            ToStatus = status,
            Trigger = "test",
            ClassType = BatchKind.Guest,
            UserId = IntakeHarness.Teacher,
            OccurredAt = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
        };
}
