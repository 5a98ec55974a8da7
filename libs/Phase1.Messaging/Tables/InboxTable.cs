using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>The statements on <c>inbox</c>: what a service has dealt with, by event id.</summary>
sealed class InboxTable(MessagingOptions options, TimeProvider clock)
{
    /// <summary>A condition: this service has consumed something.</summary>
    public const string HasRows = "exists (select from inbox)";

    // Takes the event ids that are new; what comes back is ours to handle. Those that must wait after all are given back before the commit: to
    // leave them out here, by a second look at the held messages, could miss one that the first look let through.
    const string TakeNew = """
        insert into inbox (consumer, event_id, topic, correlation_id, outcome, processed_at)
        select $1, r.event_id, r.topic, r.correlation_id, 'applied', $2
        from unnest($3, $4, $5) as r (event_id, topic, correlation_id)
        on conflict do nothing returning event_id
        """;

    const string SetOutcomes = """
        update inbox i set outcome = o.outcome from unnest($2, $3) as o (event_id, outcome)
        where i.consumer = $1 and i.event_id = o.event_id
        """;

    const string GiveBack = "delete from inbox where consumer = $1 and event_id = any($2)";

    // What has been applied under this id stays applied, or a redrive would apply it again.
    const string Remember = """
        insert into inbox (consumer, event_id, topic, correlation_id, outcome, processed_at)
        values ($1, $2, $3, $4, 'contract_violation', $5)
        on conflict (consumer, event_id) do update set outcome = excluded.outcome where inbox.outcome <> 'applied'
        """;

    const string Forget = "delete from inbox where consumer = $1 and event_id = $2 and outcome = 'contract_violation'";

    public NpgsqlBatchCommand ToTakeNew(IReadOnlyList<InboundRecord> records) =>
        Statement.Of(
            TakeNew,
            options.ServiceName,
            clock.GetUtcNow(),
            Statement.Column(records, record => record.EventId),
            Statement.Column(records, record => record.Record.Topic),
            Statement.Column(records, record => record.Envelope!.Value.Header.CorrelationId)
        );

    /// <summary>Says what became of records that were taken and not simply applied.</summary>
    public NpgsqlBatchCommand ToSetOutcomes(IReadOnlyList<(Guid EventId, RecordOutcome Outcome)> outcomes) =>
        Statement.Of(
            SetOutcomes,
            options.ServiceName,
            Statement.Column(outcomes, of => of.EventId),
            Statement.Column(outcomes, of => WireEnum.Name(of.Outcome))
        );

    /// <summary>Deletes the rows of event ids that were taken and whose records wait.</summary>
    public NpgsqlBatchCommand ToGiveBack(Guid[] eventIds) => Statement.Of(GiveBack, options.ServiceName, eventIds);

    /// <summary>Remembers a violation, so that its repetition is a duplicate and a redrive finds what it has to forget.</summary>
    public NpgsqlBatchCommand ToRemember(string topic, EventEnvelope header) =>
        Statement.Of(Remember, options.ServiceName, header.EventId, topic, header.CorrelationId, clock.GetUtcNow());

    public NpgsqlBatchCommand ToForget(Guid eventId) => Statement.Of(Forget, options.ServiceName, eventId);
}
