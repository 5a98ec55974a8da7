using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Messaging.Loops;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>Work that a service does by itself: what it finds to do, when that is done, and what it leaves behind.</summary>
/// <param name="Name">What it is called in a report.</param>
/// <param name="Service">Whose work it is.</param>
/// <param name="Make">Makes it, from the service's container; it has not begun.</param>
/// <param name="Done">Whether it is done; $1 is the batch.</param>
/// <param name="Effects">What is then there, as one text; $1 is the batch.</param>
/// <param name="Ending">How that text ends where all went well.</param>
/// <param name="PrepareAsync">Gives it something to do, and says of which batch.</param>
sealed record FaultyWork(
    string Name,
    Func<Phase1Service> Service,
    Func<IServiceProvider, BackgroundWork> Make,
    string Done,
    string Effects,
    string Ending,
    Func<FaultyService, Task<Guid>> PrepareAsync
)
{
    // A publication that is repeated is on the log twice, under the same ids: what counts is where each record stands first.
    const string Published = """
        select concat_ws(' | ',
            (select string_agg(said, ' ' order by first) from (
                select convert_from(body, 'UTF8') as said, min(log_offset) as first from log_records where key = $1::uuid::text group by body) f),
            (select count(*) from dead_letters where record_key = $1::uuid::text), (select count(*) from outbox))
        """;

    const string Hold = """
        insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, batch_id, envelope, held_at, attempts,
                                   next_attempt_at, first_failed_at)
        values ($1, $2, $3, $4, 0, 0, $5, $6, $7, 1, $7, $7)
        """;

    public static IReadOnlyList<FaultyWork> All { get; } =
    [
        new(
            "the relay, with an event among others that the log rejects",
            () => new BatchOrchestratorService(),
            services =>
                ActivatorUtilities.CreateInstance<OutboxRelay>(
                    services,
                    services.GetRequiredService<IConfiguration>().GetConnectionString("Database")!
                ),
            "select not exists (select from outbox)",
            Published,
            "1 3 4 | 1 | 0",
            RecordAsync
        ),
        .. FaultyPoll.All.Select(poll => new FaultyWork(
            $"{poll.Name}, a held record",
            poll.Service,
            services => ActivatorUtilities.CreateInstance<HeldMessageRetrier>(services),
            "select not exists (select from held_messages)",
            $"select concat_ws(' | ', ({poll.Effects}), (select string_agg(outcome, ' ') from inbox where event_id = $1), "
                + "(select count(*) from dead_letters))",
            "applied | 0",
            service => HoldAsync(service, poll)
        )),
        new(
            "CMS, a set whose deadline has passed",
            () => new ClassManagementService(),
            services => ActivatorUtilities.CreateInstance<DeadlineMonitor>(services),
            "select state = 'released' from association_sets where batch_id = $1",
            """
            select concat_ws(' ', s.state, s.version, (select count(*) from outbox where partition_key = s.batch_id::text),
                (select count(*) from association_changes where batch_id = s.batch_id),
                (select count(*) from students where placeholder_class_id = s.class_id))
            from association_sets s where batch_id = $1
            """,
            "released 1 3 1 1",
            LetDeadlinePassAsync
        ),
    ];

    public override string ToString() => Name;

    static async Task<Guid> RecordAsync(FaultyService service)
    {
        var batchId = service.Service.NewId();
        await using var record = service.Service.Db.CreateCommand(
            """
            insert into outbox (event_id, topic, partition_key, envelope, headers, created_at)
            select gen_random_uuid(), case n when 2 then 'nowhere.v1' else $2 end, $1::uuid::text, convert_to(n::text, 'UTF8'), '{}', now()
            from generate_series(1, 4) n
            """
        );
        record.Parameters.Add(new() { Value = batchId });
        record.Parameters.Add(new() { Value = Topics.BatchFileAdded });
        await record.ExecuteNonQueryAsync(FaultyService.Token);
        return batchId;
    }

    /// <summary>The poll's record, which failed once and is due again. It has its batch's id.</summary>
    static async Task<Guid> HoldAsync(FaultyService service, FaultyPoll poll)
    {
        var fact = await poll.PrepareAsync(service);
        var now = service.Service.Clock.GetUtcNow();
        var stamp = new EnvelopeStamp(fact.BatchId, now, Sources.Of(fact), service.Service.NewId(), null);
        object[] values =
        [
            poll.Service().Name,
            fact.PartitionKey,
            stamp.EventId,
            Topics.Of(fact),
            fact.BatchId,
            EnvelopeSerializer.Write(fact, stamp),
            now,
        ];
        await using var hold = service.Service.Db.CreateCommand(Hold);
        foreach (var value in values)
        {
            hold.Parameters.Add(new() { Value = value });
        }
        await hold.ExecuteNonQueryAsync(FaultyService.Token);
        return fact.BatchId;
    }

    static async Task<Guid> LetDeadlinePassAsync(FaultyService service)
    {
        var batchId = service.Service.NewId();
        await OpenSets.OpenAsync(service, batchId, NeighbourFacts.Owner);
        service.Service.Advance(TimeSpan.FromHours(24));
        return batchId;
    }
}
