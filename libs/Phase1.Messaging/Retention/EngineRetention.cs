using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging;

/// <summary>How long the engine's own rows are kept.</summary>
static class EngineRetention
{
    // The answers to a request name the batch that it was about.
    const string AnswersAboutBatch = """
        user_id = any($2) and exists (select from unnest($1) as b (id) where position(convert_to(b.id::text, 'UTF8') in response) > 0)
        """;

    static readonly IReadOnlyList<(string, string)> PartsOfDeadLetter =
    [
        ("held_messages", "dead_letter_id"),
        ("dead_letter_accesses", "dead_letter_id"),
    ];

    public static IReadOnlyList<TableRetention> Tables { get; } =
    [
        // A held record goes first: a retry that is under way has it locked, and what that retry writes is then seen by all that follows.
        new BatchTable("held_messages"),
        new BatchTable("dead_letter_accesses", DeadLetterTable.IsOfBatches),
        new BatchTable("dead_letter_history", DeadLetterTable.IsOfBatches),
        new BatchTable("dead_letters", DeadLetterTable.AreOfBatches),
        new BatchTable("idempotent_requests", AnswersAboutBatch),
        new AgedTable(
            "inbox",
            "processed_at",
            "Messaging:InboxRetention",
            services => services.GetRequiredService<MessagingOptions>().InboxRetention
        ),
        new StandingTable("outbox", "until the log has acknowledged the event"),
        new StandingTable("held_messages", "until the record is applied or its dead letter is settled"),
        new AgedTable("dead_letters", "last_failed_at", "Retention:DeadLetters", services => Options(services).DeadLetters)
        {
            When = "state = 'open'",
            Parts = PartsOfDeadLetter,
        },
        new AgedTable("dead_letters", "resolved_at", "Retention:SettledDeadLetters", services => Options(services).SettledDeadLetters)
        {
            When = "state <> 'open'",
            Parts = PartsOfDeadLetter,
        },
        new PartTable("dead_letter_history", "dead_letters"),
        new PartTable("dead_letter_accesses", "dead_letters"),
        new StandingTable("partition_owners", "one row for each partition"),
        new StandingTable("consumed_offsets", "one row for each topic and partition"),
        new AgedTable("idempotent_requests", "expires_at", "24 hours after the answer", _ => TimeSpan.Zero),
        new AgedTable("deleted_batches", "deleted_at", "Retention:Work", services => Options(services).Work),
    ];

    static RetentionOptions Options(IServiceProvider services) => services.GetRequiredService<RetentionOptions>();
}
