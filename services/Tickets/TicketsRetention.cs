using Phase1.Messaging;

namespace Phase1.Tickets;

/// <summary>How long the rows of tickets are kept. A ticket outlives its batch: it says who decided what, and when.</summary>
static class TicketsRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new StandingTable("schema_migrations", "one for each file"),
        new StandingTable("tickets", "as long as anybody may ask; whom they were about and what was written goes after Tickets:ClosedKept"),
        new PartTable("ticket_history", "tickets"),
        new AgedTable("work_tasks", "finished_at", "Tickets:TasksKept", services => OptionsOf(services).TasksKept),
        new AgedTable("privacy_questions", "asked_at", "Retention:Work", services => services.GetRequiredService<RetentionOptions>().Work),
        new PartTable("privacy_answers", "privacy_questions"),
        // Ids alone: a service that is restored from a backup is told again.
        new AgedTable("erasures", "erased_at", "Retention:Work", services => services.GetRequiredService<RetentionOptions>().Work),
        new StandingTable("occurrences", "a day after the process is gone"),
        // The ids of batches, as text.
        new BatchTable("settlements", "correlation_id = any($1::text[])"),
        new AgedTable("settlements", "at", "Tickets:SettlementsKept", services => OptionsOf(services).SettlementsKept),
    ];

    static Discovery.TicketsOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<Discovery.TicketsOptions>();
}
