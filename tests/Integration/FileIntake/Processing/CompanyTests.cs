using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.FileIntake.Processing;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Integration.Tests.FileIntake.Processing;

/// <summary>Small files are read in company: one transaction over several, and none suffers for another.</summary>
public sealed class CompanyTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Small_files_are_taken_together_once_and_after_a_failure_alone()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(
            intake,
            ("a.txt", IntakeHarness.Essay("A")),
            ("b.txt", IntakeHarness.Essay("B")),
            ("c.txt", IntakeHarness.Essay("C"))
        );
        var (queue, clock) = Queue(intake);

        var together = (await queue.ClaimAsync(Token)).ShouldNotBeNull();
        (together.Ids.Length, together.Attempt).ShouldBe((3, 1));
        queue.Return(together);
        (await queue.ClaimAsync(Token)).ShouldBeNull();

        clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 3; i++)
        {
            var alone = (await queue.ClaimAsync(Token)).ShouldNotBeNull();
            (alone.Ids.Length, alone.Attempt).ShouldBe((1, 2));
            queue.Return(alone);
        }
    }

    [Fact]
    public async Task A_large_file_and_one_that_needs_the_converter_are_taken_alone()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(
            intake,
            ("large.txt", Large((256 * 1024) + 1, (byte)'a')),
            ("page.pdf", PdfFile.Of("A page that needs the converter to be read."))
        );
        var (queue, _) = Queue(intake);

        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Ids.Length.ShouldBe(1);
        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Ids.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Small_files_together_have_four_megabytes_at_most()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(intake, [.. Enumerable.Range(0, 17).Select(i => ($"{i}.txt", Large(256 * 1024, (byte)('a' + i))))]);
        var (queue, _) = Queue(intake);

        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Ids.Length.ShouldBe(16);
        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Ids.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Who_comes_after_all_was_taken_looks_when_something_has_changed_or_half_a_second_later()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(intake, ("a.txt", IntakeHarness.Essay("A")));
        var (queue, clock) = Queue(intake);
        queue.Return((await queue.ClaimAsync(Token)).ShouldNotBeNull());

        await ComesAsync();
        (await queue.ClaimAsync(Token)).ShouldBeNull();
        queue.Change();
        queue.Return((await queue.ClaimAsync(Token)).ShouldNotBeNull());

        await ComesAsync();
        (await queue.ClaimAsync(Token)).ShouldBeNull();
        clock.Advance(TimeSpan.FromMilliseconds(500));
        (await queue.ClaimAsync(Token)).ShouldNotBeNull();

        Task ComesAsync() => intake.ExecuteAsync("update file_uploads set attempts = 0, next_attempt_at = uploaded_at");
    }

    [Fact]
    public async Task A_file_whose_time_comes_while_somebody_looks_is_taken_at_the_next_look()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(intake, ("a.txt", IntakeHarness.Essay("A")));
        var (queue, clock) = Queue(intake);
        queue.Return((await queue.ClaimAsync(Token)).ShouldNotBeNull());
        queue.Change();

        await using var other = await intake.Service.Db.OpenConnectionAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using var locking = new NpgsqlCommand("lock table file_uploads in access exclusive mode", other, transaction);
        await locking.ExecuteNonQueryAsync(Token);
        var look = queue.ClaimAsync(Token);
        clock.Advance(TimeSpan.FromSeconds(1));
        await transaction.CommitAsync(Token);

        (await look).ShouldBeNull();
        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_whose_time_comes_while_an_attempt_at_it_lasts_is_taken_once_that_has_failed()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(intake, ("a.txt", IntakeHarness.Essay("A")));
        var (queue, clock) = Queue(intake);
        var first = (await queue.ClaimAsync(Token)).ShouldNotBeNull();

        await using var worker = await intake.Service.Db.OpenConnectionAsync(Token);
        await using (var attempt = await worker.BeginTransactionAsync(Token))
        {
            await using var locking = new NpgsqlCommand("select from file_uploads for update", worker, attempt);
            await locking.ExecuteNonQueryAsync(Token);
            clock.Advance(TimeSpan.FromSeconds(1));
            (await queue.ClaimAsync(Token)).ShouldBeNull();
        }
        await queue.NoteAsync(first, ValidationErrorCode.RawStorageFailed, Token);
        queue.Return(first);

        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Attempt.ShouldBe(2);
    }

    [Fact]
    public async Task An_owner_with_many_files_has_half_of_the_workers_and_the_others_take_turns()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(intake, [.. Enumerable.Range(0, 8).Select(i => ($"{i}.txt", IntakeHarness.Essay($"Nummer {i}")))]);
        await intake.ExecuteAsync("update file_uploads set media_type = 'application/pdf'");
        // The last three files are of others, who came one after the other.
        foreach (var (owner, file, seconds) in new[] { ("teacher-2", 5, 1), ("teacher-2", 6, 1), ("teacher-3", 7, 2) })
        {
            await intake.ExecuteAsync(
                $"update file_uploads set user_id = '{owner}', next_attempt_at = next_attempt_at + interval '{seconds} seconds' where original_file_name = '{file}.txt'"
            );
        }
        var (queue, clock) = Queue(intake);
        clock.Advance(TimeSpan.FromSeconds(2));

        // The oldest first, then each owner once more before anyone has two workers.
        var held = new List<ClaimedUploads>();
        foreach (var owner in new[] { IntakeHarness.Teacher, "teacher-2", "teacher-3", IntakeHarness.Teacher, "teacher-2" })
        {
            held.Add((await queue.ClaimAsync(Token)).ShouldNotBeNull());
            held[^1].Owners.ShouldBe([owner]);
        }
        (await queue.ClaimAsync(Token)).ShouldBeNull("three files wait, but their owner holds half of the workers");

        queue.Return(held[3]);
        (await queue.ClaimAsync(Token)).ShouldNotBeNull().Owners.ShouldBe([IntakeHarness.Teacher]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_processed_takes_its_company_back_and_then_fails_alone()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await WaitingAsync(
            intake,
            ("a.txt", IntakeHarness.Essay("A")),
            ("b.txt", IntakeHarness.Essay("B")),
            ("c.txt", IntakeHarness.Essay("C"))
        );
        await intake.ExecuteAsync(
            "delete from raw_files where storage_id = (select raw_storage_id from file_uploads where original_file_name = 'b.txt')"
        );
        var (queue, _) = Queue(intake);
        var together = (await queue.ClaimAsync(Token)).ShouldNotBeNull();
        await using (var scope = intake.Service.Services.CreateAsyncScope())
        {
            var processing = scope.ServiceProvider.GetRequiredService<UploadProcessor>().ProcessAsync(together.Ids, Token);
            await Should.ThrowAsync<RawFileMissingException>(processing);
        }
        (await intake.QueryAsync<long>("select count(*) from texts")).ShouldBe(0);

        // The workers go on: each for itself, until b has had all its attempts.
        for (var i = 0; i < 10; i++)
        {
            intake.Service.Advance(TimeSpan.FromHours(1));
            await intake.UntilAsync(
                $"select count(*) = 0 from file_uploads where state = 'received' and next_attempt_at <= '{intake.Service.Clock.GetUtcNow():O}'"
            );
        }
        await intake.SettleAsync();

        (
            await intake.QueryAsync<string>(
                "select string_agg(original_file_name, ' ' order by original_file_name) from file_uploads where state = 'provisioned'"
            )
        ).ShouldBe("a.txt c.txt");
        (await intake.QueryAsync<long>("select count(*) from texts")).ShouldBe(2);
        var failed = (await intake.Service.Log.FactsAsync<EssayValidationFailed>(Token)).ShouldHaveSingleItem().Data;
        failed.ValidationErrorCode.ShouldBe(ValidationErrorCode.RawStorageFailed);
    }

    static byte[] Large(int length, byte letter)
    {
        var large = new byte[length];
        Array.Fill(large, letter);
        return large;
    }

    /// <summary>Files that were taken in, processed, and then put back as if nobody had looked at them; the service's own lanes look in two hours.</summary>
    static async Task WaitingAsync(IntakeHarness intake, params (string Name, byte[] Content)[] files)
    {
        await intake.UploadAsync(files).ShouldBeAsync(HttpStatusCode.Accepted);
        await intake.SettleAsync();
        await intake.ExecuteAsync("delete from texts");
        await intake.ExecuteAsync(
            "update file_uploads set state = 'received', attempts = 0, text_storage_id = null, error_code = null, error_message = null, "
                + $"processed_at = null, next_attempt_at = '{intake.Service.Clock.GetUtcNow().AddHours(1):O}'"
        );
    }

    /// <summary>A queue for which that time has come.</summary>
    static (UploadQueue Queue, ManualTimeProvider Clock) Queue(IntakeHarness intake)
    {
        var clock = new ManualTimeProvider();
        clock.Advance(intake.Service.Clock.GetUtcNow().AddHours(1) - clock.GetUtcNow());
        return (new UploadQueue(intake.Service.Db, clock), clock);
    }
}
