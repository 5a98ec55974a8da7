using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Loops;
using Phase1.Tests.Infrastructure.Services;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>The suite's ledger: every service that consumes a fact has applied it or found it stale or double, and each batch has gone through its statuses once.</summary>
public static class SuiteLedger
{
    static readonly string[] RegularPath =
    [
        "awaiting_content_validation",
        "awaiting_student_validation",
        "student_validation_completed",
        "ready_for_pipeline_execution",
    ];

    static readonly string[] GuestPath = ["awaiting_content_validation", "ready_for_pipeline_execution"];

    /// <summary>Lost nothing, doubled nothing, and no batch took an illegal path.</summary>
    /// <param name="context">The suite.</param>
    /// <param name="batches">All that are ready by now, with every one of their texts.</param>
    /// <param name="withDeadLetters">Whether there are records that had to be given up; the test looks at them itself.</param>
    public static async Task ShouldBalanceAsync(Phase1TestContext context, IReadOnlyList<TestBatch> batches, bool withDeadLetters = false)
    {
        var suite = context.Suite;
        var log = await suite.Log.AllAsync(Topics.All);
        foreach (var service in suite.Services)
        {
            await NothingLostAsync(service, log, withDeadLetters);
        }
        foreach (var batch in batches)
        {
            var path = batch.Kind == BatchKind.Regular ? RegularPath : GuestPath;
            (await context.HistoryAsync(batch)).ShouldBe(path, $"the way of {batch.Id}");
            (await CountAsync(suite, "BatchOrchestrator", "batch_essays where stored and batch_id = $1", batch)).ShouldBe(
                batch.Students.Count
            );
            (await CountAsync(suite, "EssayLifecycle", "essays where batch_id = $1", batch)).ShouldBe(batch.Students.Count);
            if (batch.Kind == BatchKind.Regular)
            {
                await context.VerifyEventChainAsync(batch);
            }
        }
    }

    static async Task NothingLostAsync(IServiceProvider service, IReadOnlyList<LoggedFact<IFact>> log, bool withDeadLetters)
    {
        var options = service.GetRequiredService<MessagingOptions>();
        var topics = service.GetRequiredService<Subscriptions>().Topics.Select(topic => topic[options.TopicPrefix.Length..]).ToHashSet();
        var database = service.GetRequiredService<NpgsqlDataSource>();
        var givenUp = withDeadLetters ? await GivenUpAsync(database, options.TopicPrefix) : [];
        var told = log.Where(fact => topics.Contains(fact.Header.EventType))
            .Where(fact => !givenUp.Contains((fact.Header.EventType, fact.Partition, fact.Offset)))
            .Select(fact => fact.Header.EventId)
            .ToHashSet();
        var taken = new List<Guid>();
        await using (var command = database.CreateCommand("select event_id from inbox"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                taken.Add(reader.GetGuid(0));
            }
        }
        told.Except(taken).ShouldBeEmpty($"lost by {options.ServiceName}");
        foreach (var table in withDeadLetters ? ["outbox", "held_messages"] : new[] { "outbox", "held_messages", "dead_letters" })
        {
            await using var command = database.CreateCommand($"select count(*) from {table}");
            (await command.ExecuteScalarAsync()).ShouldBe(0L, $"{table} of {options.ServiceName}");
        }
    }

    static async Task<HashSet<(string Topic, int Partition, long Offset)>> GivenUpAsync(NpgsqlDataSource database, string prefix)
    {
        await using var command = database.CreateCommand("select topic, partition, log_offset from dead_letters where origin = 'log'");
        await using var reader = await command.ExecuteReaderAsync();
        var places = new HashSet<(string, int, long)>();
        while (await reader.ReadAsync())
        {
            places.Add((reader.GetString(0)[prefix.Length..], reader.GetInt32(1), reader.GetInt64(2)));
        }
        return places;
    }

    static async Task<long> CountAsync(SuiteUnderTest suite, string service, string fromWhere, TestBatch batch)
    {
        await using var command = suite.Database(service).CreateCommand($"select count(*) from {fromWhere}");
        command.Parameters.Add(new() { Value = batch.Id });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
