using System.Net;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.FileIntake.Privacy;

/// <summary>A student's file and text go, with the file's name; the upload stays as a number, so that what comes late is known.</summary>
public sealed class ErasureTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task File_text_and_name_go_and_those_of_others_stay()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.UploadAsync(("canary.txt", IntakeHarness.Essay("Kanariebok")), ("other.txt", IntakeHarness.Essay("Berta")));
        await intake.SettleAsync();
        await intake.ExecuteAsync("update file_uploads set error_message = 'A note.'");
        var subject = await SubjectAsync(intake, "canary.txt");
        var counted = await intake.Service.CollectAsync(subject, CollectionPurpose.Access);
        counted.Counts.ShouldBe(
            new Dictionary<string, int>
            {
                ["file_uploads"] = 1,
                ["raw_files"] = 1,
                ["texts"] = 1,
            },
            ignoreOrder: true
        );

        await ErasureTrial.RunAsync(intake.Service, subject, intake.Service.NewId(), "canary.txt", "Kanariebok");

        var upload = subject.Essays[0].FileUploadId;
        using var original = await intake.Client.GetAsync($"/v1/files/uploads/{upload}/original", Token);
        original.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await intake.QueryAsync<long>("select count(*) from texts")).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task A_file_that_is_still_being_read_stands_in_the_way()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.UploadAsync(("canary.txt", IntakeHarness.Essay("Kanariebok")));
        await intake.SettleAsync();
        var subject = await SubjectAsync(intake, "canary.txt");
        await intake.ExecuteAsync("update file_uploads set state = 'received', next_attempt_at = 'infinity'");

        var erased = await intake.Service.EraseAsync(subject);

        erased.Blockers.ShouldHaveSingleItem().Code.ShouldBe(PersonalBlocker.RecordsWaiting);
        (await intake.QueryAsync<long>("select count(*) from raw_files")).ShouldBe(1);
    }

    static async Task<DataSubject> SubjectAsync(IntakeHarness intake, string file) =>
        new(
            [intake.Service.NewId()],
            [
                new()
                {
                    BatchId = intake.BatchId,
                    EssayId = intake.Service.NewId(),
                    FileUploadId = await intake.QueryAsync<Guid>(
                        $"select file_upload_id from file_uploads where original_file_name = '{file}'"
                    ),
                    TextStorageId = await intake.QueryAsync<string>(
                        $"select trim(text_storage_id) from file_uploads where original_file_name = '{file}'"
                    ),
                },
            ]
        );
}
