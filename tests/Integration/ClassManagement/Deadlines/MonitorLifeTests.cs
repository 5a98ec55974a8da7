using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class MonitorLifeTests
{
    // The lock of the relay (OutboxRelay): who holds it keeps every relay of the database from publishing.
    const string HoldRelay = "select pg_advisory_lock(7315241902)";

    [Fact]
    [Trait("Scenario", "S-525")]
    public async Task What_was_committed_before_the_relay_could_publish_leaves_once_after_the_restart()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await using var held = await cms.Service.Db.OpenConnectionAsync(CmsUnderTest.Token);
        var holding = ExecuteAsync(held, HoldRelay);
        await cms.Service.RestartAsync();
        await holding;

        cms.Service.Advance(TimeSpan.FromHours(24));
        await Eventually.BecomesTrueAsync(async () => await batch.StateAsync() == "released", CmsUnderTest.Token);
        (await batch.FactsAsync<StudentAssociationsConfirmed>()).ShouldBeEmpty();
        var recorded = await cms.ScalarAsync<Guid>("select event_id from outbox where topic = $1", Topics.StudentAssociationsConfirmed);
        await cms.Service.RestartAsync();
        await ExecuteAsync(held, "select pg_advisory_unlock_all()");
        await cms.SettleAsync();

        (await batch.ReleaseAsync()).Header.EventId.ShouldBe(recorded);
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-528")]
    public async Task A_tick_that_finds_nothing_is_one_query_on_its_index()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await cms.AddDueAsync(2_000, classes: 1);
        await cms.ScalarAsync<object>("update association_sets set next_due_at = next_due_at + interval '1 hour'");
        await cms.ScalarAsync<object>("analyze association_sets");
        var statements = new List<string>();
        using var ours = new Activity("tick").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Note(activity),
        };
        ActivitySource.AddActivityListener(listener);

        await cms.TickAsync();

        string[] seen;
        lock (statements)
        {
            seen = [.. statements];
        }
        var claim = seen.ShouldHaveSingleItem();
        claim.ShouldContain("for update skip locked");
        (await PlanAsync(cms, claim)).ShouldContain("ix_association_sets_open_next_due");

        void Note(Activity activity)
        {
            if (
                activity.TraceId == ours.TraceId
                && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string sql
            )
            {
                lock (statements)
                {
                    statements.Add(sql);
                }
            }
        }
    }

    [Fact]
    [Trait("Scenario", "S-528")]
    public async Task A_stopping_service_does_not_wait_longer_than_five_seconds_for_its_transaction()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await cms.AddDueAsync(1, classes: 1);
        await using var other = await cms.Service.Db.OpenConnectionAsync(CmsUnderTest.Token);
        await using var transaction = await other.BeginTransactionAsync(CmsUnderTest.Token);
        await ExecuteAsync(other, "select * from classes for update");
        using var stop = new CancellationTokenSource();
        var monitor = cms.Service.Services.GetServices<IHostedService>().OfType<DeadlineMonitor>().Single();
        var tick = Task.Run(() => monitor.TickAsync(stop.Token));
        await Eventually.BecomesTrueAsync(
            async () => await cms.ScalarAsync<long>("select count(*) from pg_locks where not granted") > 0,
            CmsUnderTest.Token
        );

        await stop.CancelAsync();
        cms.Service.Advance(TimeSpan.FromSeconds(4.9));
        tick.IsCompleted.ShouldBeFalse();
        cms.Service.Advance(TimeSpan.FromSeconds(0.1));

        await Should.ThrowAsync<OperationCanceledException>(tick);
        await transaction.RollbackAsync(CmsUnderTest.Token);
        await cms.TickAsync();
        (await cms.ScalarAsync<string>("select state from association_sets")).ShouldBe("released");
    }

    static async Task<string> PlanAsync(CmsUnderTest cms, string claim)
    {
        await using var command = cms.Service.Db.CreateCommand($"explain {claim}");
        command.Parameters.Add(new NpgsqlParameter { ParameterName = "p0", Value = cms.Service.Clock.GetUtcNow() });
        command.Parameters.Add(new NpgsqlParameter { ParameterName = "p1", Value = Array.Empty<Guid>() });
        command.Parameters.Add(new NpgsqlParameter { ParameterName = "p2", Value = 50 });
        await using var reader = await command.ExecuteReaderAsync(CmsUnderTest.Token);
        var plan = new List<string>();
        while (await reader.ReadAsync(CmsUnderTest.Token))
        {
            plan.Add(reader.GetString(0));
        }
        return string.Join('\n', plan);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(CmsUnderTest.Token);
    }
}
