using Phase1.Messaging;

namespace Phase1.ClassManagement.Storage;

/// <summary>How long CMS keeps its rows.</summary>
static class ClassManagementRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("association_changes"),
        new BatchTable("reconciliation_differences"),
        new BatchTable("associations"),
        // Whoever decides something of a batch holds its set.
        new BatchTable("association_sets") { LockFirst = true },
        new BatchTable("cancelled_batches"),
        new BatchTable("pending_suggestions"),
        new BatchTable("notifications"),
        new AgedTable("cancelled_batches", "cancelled_at", "Retention:Work", services => Options(services).Work),
        new AgedTable("notifications", "created_at", "Retention:Notifications", services => Options(services).Notifications),
        new AgedTable("notification_feeds", "last_given_at", "Retention:Work", services => Options(services).Work),
        new AgedTable("name_accesses", "read_at", "Retention:Work", services => Options(services).Work),
        new StandingTable("pending_suggestions", "until matching is requested, or a dead letter after `Waiting:UnknownBatch`"),
        new StandingTable("courses", "six rows"),
        new StandingTable("classes", "until the teacher deletes it; a deleted one stays as the class of what was decided in it"),
        new StandingTable(
            "students",
            "until the teacher deletes the student; name and address go 30 days later, the id stays as the one that was decided"
        ),
        new StandingTable("enrolments", "until the student leaves the class"),
    ];

    static RetentionOptions Options(IServiceProvider services) => services.GetRequiredService<RetentionOptions>();
}
