using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Processing;

[Trait("Scenario", "S-305")]
public sealed class CrashTests
{
    [Fact]
    public async Task Files_accepted_by_a_process_that_ended_over_them_are_processed_once_by_the_next()
    {
        var folder = Directory.CreateTempSubdirectory("phase1-test-");
        var converter = Script(folder.FullName, "exec sleep 600");
        await using var intake = await IntakeHarness.StartAsync(builder =>
            builder.Configuration.AddInMemoryCollection([new("Intake:PdfToText", converter)])
        );
        var pages = Enumerable
            .Range(0, 6)
            .Select(i => ($"{i}.pdf", PdfFile.Of($"Page number {i}, which is long enough to be an essay.")))
            .ToArray();
        await intake.UploadAsync([.. pages, ("text.txt", IntakeHarness.Essay("Text"))]).ShouldBeAsync(HttpStatusCode.Accepted);
        // Half of the workers hang in a file, as many as one owner gets, so that some files are begun and others have not been looked at.
        await intake.UntilAsync("select count(*) >= 2 from file_uploads where attempts > 0 and state = 'received'");

        converter = "pdftotext";
        await intake.RestartAsync();
        // Those that were begun come back a second later, and are found by the next look.
        intake.Service.Advance(TimeSpan.FromSeconds(2));
        await intake.SettleAsync();

        var provisioned = await intake.Service.Log.FactsAsync<EssayContentProvisioned>(TestContext.Current.CancellationToken);
        provisioned
            .Select(fact => fact.Data.OriginalFileName)
            .ShouldBe([.. pages.Select(page => page.Item1), "text.txt"], ignoreOrder: true);
        (await intake.QueryAsync<long>("select count(*) from texts")).ShouldBe(7);
        (await intake.QueryAsync<long>("select count(*) from file_uploads where state = 'provisioned'")).ShouldBe(7);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_over_which_every_attempt_ended_the_process_is_given_up()
    {
        await using var intake = await IntakeHarness.StartAsync(builder =>
            builder.Configuration.AddInMemoryCollection([new("Intake:PdfToText", "/nowhere/pdftotext")])
        );
        await intake
            .UploadAsync(("deadly.pdf", PdfFile.Of("A page that no process survives, however often it is read.")))
            .ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.UntilAsync("select attempts = 0 and next_attempt_at > uploaded_at + interval '30 seconds' from file_uploads");
        await intake.ExecuteAsync("update file_uploads set attempts = 6");

        intake.Service.Advance(TimeSpan.FromMinutes(1));
        await intake.SettleAsync();

        var failed = (await intake.Service.Log.FactsAsync<EssayValidationFailed>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        failed.ValidationErrorCode.ShouldBe(ValidationErrorCode.UnknownValidationError);
    }

    [Fact]
    public async Task A_claimed_file_that_another_lane_looks_at_for_a_moment_is_not_forgotten()
    {
        await using var intake = await IntakeHarness.StartAsync(builder =>
            builder.Configuration.AddInMemoryCollection([new("Intake:PdfToText", "/nowhere/pdftotext")])
        );
        await intake.UploadAsync(("page.pdf", PdfFile.Of("A page that waits for its converter."))).ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.UntilAsync("select attempts = 0 and next_attempt_at > uploaded_at + interval '30 seconds' from file_uploads");
        var id = await intake.QueryAsync<Guid>("select file_upload_id from file_uploads");

        await using var looking = await intake.Service.Db.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var look = await looking.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var command = new NpgsqlCommand("select from file_uploads for update", looking))
        {
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        await using var scope = intake.Service.Services.CreateAsyncScope();
        var processing = scope
            .ServiceProvider.GetRequiredService<UploadProcessor>()
            .ProcessAsync([id], TestContext.Current.CancellationToken);
        await intake.UntilAsync("select exists (select from pg_locks where not granted)");
        await look.RollbackAsync(TestContext.Current.CancellationToken);

        // It has come as far as the file.
        await Should.ThrowAsync<ConverterMissingException>(processing);
    }

    static string Script(string folder, string body)
    {
        var path = Path.Combine(folder, "converter");
        File.WriteAllText(path, $"#!/bin/sh\n{body}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return path;
    }
}
