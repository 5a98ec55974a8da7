using Phase1.Demo.Client;
using Phase1.Demo.Steps;
using Phase1.Events;

namespace Phase1.Demo.Ledger;

/// <summary>Whether everything that a batch should bring about came about once: by event id, so that a repeated publication is no second effect.</summary>
static class Effects
{
    /// <summary>One of each leads a batch of this kind to ready; the others none.</summary>
    static readonly string[] OncePerBatch = [Topics.BatchEssaysRegistered, Topics.BatchContentProvisioningCompleted];

    static readonly string[] OncePerRegularBatch =
    [
        Topics.InitiateStudentMatching,
        Topics.BatchStudentMatchingRequested,
        Topics.BatchAuthorMatchesSuggested,
        Topics.StudentAssociationsConfirmed,
        Topics.BatchEssaysReady,
    ];

    internal static IEnumerable<Finding> Check(DemoBatch batch, IReadOnlyList<LoggedRecord> log, BatchTables tables)
    {
        var facts = log.Where(record => record.BatchId == batch.BatchId)
            .DistinctBy(record => record.EventId)
            .ToLookup(record => record.Topic);
        var regular = batch.Kind == BatchKind.Regular ? 1 : 0;
        return new[]
        {
            OncePerBatch.Select(topic => Finding.Of($"{batch.Title}, {Short(topic)}", 1, facts[topic].Count())),
            OncePerRegularBatch.Select(topic => Finding.Of($"{batch.Title}, {Short(topic)}", regular, facts[topic].Count())),
            [
                Finding.Of(
                    $"{batch.Title}, {Short(Topics.ValidationTimeoutProcessed)}",
                    tables.ByDeadline ? 1 : 0,
                    facts[Topics.ValidationTimeoutProcessed].Count()
                ),
            ],
            Files(batch, facts, tables),
            Path(batch, facts[Topics.BatchStatusChanged], tables),
            [
                Finding.Of(
                    $"{batch.Title}, essays whose student differs between class management and essay lifecycle",
                    0,
                    tables.DifferentLinks
                ),
            ],
        }
            .SelectMany(findings => findings)
            .OfType<Finding>();
    }

    /// <summary>Each file was announced once and read or refused once; each text that was read took one slot.</summary>
    static IEnumerable<Finding?> Files(DemoBatch batch, ILookup<string, LoggedRecord> facts, BatchTables tables)
    {
        var read = facts[Topics.EssayContentProvisioned].ToList();
        var results = read.Concat(facts[Topics.EssayValidationFailed]).Select(record => record.FileUploadId).ToList();
        var slots = facts[Topics.EssaySlotAssigned].Select(record => record.TextStorageId).ToList();
        yield return Finding.Of($"{batch.Title}, files taken in", batch.Sample.Files.Count, tables.Uploads);
        yield return Finding.Of($"{batch.Title}, {Short(Topics.BatchFileAdded)}", tables.Uploads, facts[Topics.BatchFileAdded].Count());
        yield return Finding.Of($"{batch.Title}, files read or refused", tables.Uploads, results.Count);
        yield return Finding.Of($"{batch.Title}, files read or refused, each for itself", results.Count, results.Distinct().Count());
        yield return Finding.Of($"{batch.Title}, texts read", tables.Texts, read.Count);
        yield return Finding.Of($"{batch.Title}, {Short(Topics.EssaySlotAssigned)}", tables.Texts, slots.Count);
        yield return Finding.Of($"{batch.Title}, slots, each with a text of its own", slots.Count, slots.Distinct().Count());
        yield return Finding.Of(
            $"{batch.Title}, {Short(Topics.ExcessContentProvisioned)}",
            0,
            facts[Topics.ExcessContentProvisioned].Count()
        );
    }

    /// <summary>The legal path, step by step, on the log and in the history alike.</summary>
    static IEnumerable<Finding?> Path(DemoBatch batch, IEnumerable<LoggedRecord> changes, BatchTables tables)
    {
        var law = Statuses.LegalPath(batch.Kind);
        var steps = law.Zip(law.Skip(1), (from, to) => $"{from} -> {to}").ToList();
        var published = changes
            .Where(change => change.FromStatus is not null)
            .Select(change => $"{change.FromStatus} -> {change.ToStatus}");
        yield return Steps($"{batch.Title}, steps on the log", steps, [.. published]);
        yield return Steps($"{batch.Title}, steps in the history", law, tables.History);
    }

    static Finding? Steps(string what, IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        var lost = expected.Count(step => !found.Contains(step));
        var doubled = found.Count - (expected.Count - lost);
        return lost == 0 && doubled == 0 ? null : new($"{what}: {string.Join(", ", found)}", lost, Math.Max(0, doubled));
    }

    internal static string Short(string topic) => topic.Replace("huleedu.", "", StringComparison.Ordinal);
}
