using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Nlp.Deletion;

/// <summary>The run of a batch goes when BOS says that the batch is deleted, and a finished one when it is old.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletionTests
{
    [Fact]
    public async Task A_run_goes_with_its_batch_and_a_late_request_makes_none()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = nlp.Request("Tove Hallgren\nIt rained all day.");
        await nlp.MatchAsync(request);
        var other = nlp.Request("Quentin Varga\nIt rained all day.");
        await nlp.MatchAsync(other);

        await FeedAsync(nlp, Deleted(nlp, request));
        await FeedAsync(nlp, request);
        await FeedAsync(nlp, Cancelled(nlp, request));

        (await nlp.Service.Db.TablesNamingAsync(request.BatchId)).ShouldBe([BatchTraces.Tombstone]);
        (await nlp.StateAsync(other.BatchId)).ShouldBe("done");
    }

    [Fact]
    public async Task A_run_that_is_under_way_records_nothing_once_its_batch_is_deleted()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.LoseClass(System.Net.HttpStatusCode.ServiceUnavailable);
        var request = nlp.Request("Tove Hallgren\nIt rained all day.");
        await FeedAsync(nlp, request);
        await nlp.RunUntilAsync(async () => await nlp.StateAsync(request.BatchId) == "pending", TimeSpan.FromSeconds(1));

        await FeedAsync(nlp, Deleted(nlp, request));
        nlp.HaveClass("2", NlpUnderTest.Student(1, "Tove", "Hallgren"));
        nlp.Service.Advance(TimeSpan.FromMinutes(2));
        await nlp.Service.DrainAsync();

        (await nlp.ResultsAsync(request)).ShouldBeEmpty();
        (await nlp.Service.Db.TablesNamingAsync(request.BatchId)).ShouldBe([BatchTraces.Tombstone]);
    }

    [Fact]
    public async Task A_finished_run_goes_when_it_is_old_and_an_unfinished_one_never()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var (old, young) = (nlp.Request("Tove Hallgren\nIt rained."), nlp.Request("Quentin Varga\nIt rained."));
        await nlp.MatchAsync(old);
        await nlp.MatchAsync(young);
        nlp.LoseClass(System.Net.HttpStatusCode.ServiceUnavailable);
        var pending = nlp.Request("Priya Raman\nIt rained.");
        await FeedAsync(nlp, pending);
        await ExecuteAsync(
            nlp,
            $"update matching_runs set finished_at = finished_at - interval '401 days' where batch_id = '{old.BatchId}'"
        );
        // Its first attempt is under way or over: a run knows from there on when it gives up.
        await BatchOrchestrator.BosTest.UntilAsync(async () =>
        {
            await using var patience = nlp.Service.Db.CreateCommand(
                "update matching_runs set give_up_at = '2999-01-01' where batch_id = $1 and give_up_at is not null"
            );
            patience.Parameters.Add(new() { Value = pending.BatchId });
            return await patience.ExecuteNonQueryAsync() > 0;
        });

        nlp.Service.Advance(TimeSpan.FromHours(1));

        await BatchOrchestrator.BosTest.UntilAsync(async () => await nlp.StateAsync(old.BatchId) is null);
        (await nlp.StateAsync(young.BatchId)).ShouldBe("done");
        (await nlp.StateAsync(pending.BatchId)).ShouldBe("pending");
    }

    static async Task FeedAsync(NlpUnderTest nlp, IFact fact)
    {
        await nlp.FeedAsync(fact);
        await nlp.Service.DrainAsync();
    }

    static BatchDeleted Deleted(NlpUnderTest nlp, BatchStudentMatchingRequested request) =>
        new()
        {
            BatchId = request.BatchId,
            UserId = NlpUnderTest.Teacher,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [],
            OccurredAt = nlp.Service.Clock.GetUtcNow(),
        };

    static BatchStatusChanged Cancelled(NlpUnderTest nlp, BatchStudentMatchingRequested request) =>
        new()
        {
            BatchId = request.BatchId,
            FromStatus = BatchStatus.AwaitingStudentValidation,
            ToStatus = BatchStatus.Cancelled,
            Trigger = "test",
            ClassType = BatchKind.Regular,
            ClassId = request.ClassId,
            UserId = NlpUnderTest.Teacher,
            OccurredAt = nlp.Service.Clock.GetUtcNow(),
        };

    static async Task ExecuteAsync(NlpUnderTest nlp, string sql)
    {
        await using var command = nlp.Service.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
