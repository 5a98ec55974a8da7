using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;

namespace Phase1.Portal.Live;

/// <summary>
/// Notes that something of a user has changed as its record passes on the log. A record that comes again raises a pulse once more, and a page is
/// asked for once more: no harm.
/// </summary>
sealed class PulseWriter(Pulses pulses, LiveSignal signal, NpgsqlDataSource database, IServiceProvider services)
    : LogObserver(services, "pulse", Telling)
{
    static readonly string[] Telling =
    [
        Topics.EssayValidationFailed,
        Topics.EssaySlotAssigned,
        Topics.ExcessContentProvisioned,
        Topics.BatchContentProvisioningCompleted,
        Topics.BatchValidationErrors,
        Topics.BatchAuthorMatchesSuggested,
        Topics.StudentAssociationsConfirmed,
        Topics.BatchEssaysReady,
        .. Topics.AllFor(typeof(InitiatePhase)),
        Topics.TeacherNotificationRequested,
        Topics.ClassCreated,
        Topics.ClassUpdated,
        Topics.StudentCreated,
        Topics.StudentUpdated,
        Topics.ValidationTimeoutProcessed,
        Topics.EssayStudentAssociationUpdated,
        Topics.BatchPhaseParked,
        Topics.BatchPhaseResumed,
        Topics.BatchPipelineCompleted,
        Topics.BatchStatusChanged,
    ];

    protected override TimeSpan LongestPause => TimeSpan.Zero;

    // A poll waits by itself for a first record.
    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ApplyAsync(IReadOnlyList<LogRecord> records, NpgsqlBatchCommand note, CancellationToken cancellationToken)
    {
        var raised = records.SelectMany(record => Read(record, (topic, header) => Of(record, topic, header)) ?? []).ToHashSet();
        await using var batch = database.CreateBatch();
        if (raised.Count > 0)
        {
            batch.BatchCommands.Add(pulses.ToRaise(raised));
        }
        batch.BatchCommands.Add(note);
        // A batch without an explicit transaction is one implicit transaction.
        await batch.ExecuteNonQueryAsync(cancellationToken);
        signal.Wake();
    }

    static IEnumerable<(string UserId, string Subject)> Of(LogRecord record, string topic, EventEnvelope header)
    {
        if (topic == Topics.TeacherNotificationRequested)
        {
            return [(((TeacherNotificationRequested)Fact()).TeacherId, PulseSubject.Notifications)];
        }
        // Records of producers outside the suite may name nobody.
        if (header.Metadata?.GetValueOrDefault(EventMetadata.UserId) is not { } userId)
        {
            return [];
        }
        return Guid.TryParse(header.Metadata.GetValueOrDefault(EventMetadata.BatchId), out var batchId)
            ? [(userId, PulseSubject.Batch(batchId))]
            : ClassesOf(Fact()).Select(id => (userId, PulseSubject.Class(id)));

        IFact Fact() => EnvelopeSerializer.Read(record.Body, topic).Data;
    }

    static IEnumerable<Guid> ClassesOf(IFact fact) =>
        fact switch
        {
            ClassCreated created => [created.ClassId],
            ClassUpdated updated => [updated.ClassId],
            StudentCreated created => created.ClassIds,
            // Those that the student has left are among the changed rosters.
            StudentUpdated updated => updated.RosterVersions.Keys,
            _ => [],
        };
}
