using System.Net;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

[Trait("Scenario", "S-304")]
public sealed class BadFilesTests
{
    [Fact]
    public async Task Files_that_cannot_be_read_fail_with_their_codes_and_the_next_file_goes_on()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var whole = WordFile.Of("En text som ingen får läsa, eftersom filen är avklippt på mitten.");

        await intake
            .UploadAsync(
                ("secret.pdf", PdfFile.Encrypted()),
                ("damaged.docx", whole[..(whole.Length / 2)]),
                ("bomb.docx", ArchiveFile.Bomb(60 * 1024 * 1024)),
                ("next.txt", IntakeHarness.Essay("Nästa"))
            )
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();

        var failed = await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken);
        failed
            .ToDictionary(fact => fact.Data.OriginalFileName!, fact => fact.Data.ValidationErrorCode)
            .ShouldBe(
                new Dictionary<string, ValidationErrorCode>
                {
                    ["secret.pdf"] = ValidationErrorCode.EncryptedFileUnsupported,
                    ["damaged.docx"] = ValidationErrorCode.TextExtractionFailed,
                    ["bomb.docx"] = ValidationErrorCode.TextExtractionFailed,
                },
                ignoreOrder: true
            );
        var notices = await intake.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken);
        notices.Count(notice => notice.Data.NotificationType == NotificationType.BatchValidationFailed).ShouldBe(3);
        (await intake.StateAsync())["next.txt"].GetProperty("state").GetString().ShouldBe("provisioned");
        var metrics = await intake.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
        metrics.ShouldContain("phase1_intake_files_total{");
        metrics.ShouldContain("ENCRYPTED_FILE_UNSUPPORTED");
        metrics.ShouldContain("phase1_intake_oldest_received_seconds");
    }

    [Fact]
    public async Task Raw_bytes_that_stay_lost_end_as_a_storage_failure_after_the_last_attempt()
    {
        await using var intake = await IntakeHarness.StartAsync(WithoutConverter);
        await UploadPdfThatWaitsAsync(intake);
        await intake.ExecuteAsync("delete from raw_files");

        intake.Service.Advance(TimeSpan.FromMinutes(1));
        for (var attempt = 1; attempt < 6; attempt++)
        {
            await intake.UntilAsync($"select attempts >= {attempt} from file_uploads");
            (await intake.QueryAsync<string>("select state from file_uploads")).ShouldBe("received");
            intake.Service.Advance(TimeSpan.FromMinutes(5));
        }
        await intake.SettleAsync();

        var failed = (await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        failed.ValidationErrorCode.ShouldBe(ValidationErrorCode.RawStorageFailed);
        failed.RawFileStorageId.ShouldBe(EssayValidationFailed.StorageFailed);
    }

    [Fact]
    public async Task A_missing_converter_fails_no_file()
    {
        await using var intake = await IntakeHarness.StartAsync(WithoutConverter);

        await UploadPdfThatWaitsAsync(intake);

        (await intake.QueryAsync<string>("select state from file_uploads")).ShouldBe("received");
    }

    static void WithoutConverter(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection([new("Intake:PdfToText", "/nowhere/pdftotext")]);

    static async Task UploadPdfThatWaitsAsync(IntakeHarness intake)
    {
        await intake
            .UploadAsync(("page.pdf", PdfFile.Of("A page that is long enough to be an essay of its own kind.")))
            .ShouldBeAsync(HttpStatusCode.Accepted);
        // Postponed: the attempt was taken back, and the next one is a minute away.
        await intake.UntilAsync("select attempts = 0 and next_attempt_at = uploaded_at + interval '1 minute' from file_uploads");
    }
}
