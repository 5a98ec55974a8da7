using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>Checks that the facts of one correlation id form the whole chain of a finished REGULAR batch.</summary>
public static class CompleteChain
{
    static readonly string[] OncePerBatch =
    [
        Topics.BatchEssaysRegistered,
        Topics.BatchContentProvisioningCompleted,
        Topics.InitiateStudentMatching,
        Topics.BatchStudentMatchingRequested,
        Topics.BatchAuthorMatchesSuggested,
        Topics.StudentAssociationsConfirmed,
        Topics.BatchEssaysReady,
    ];

    static readonly string[] OncePerText = [Topics.EssayContentProvisioned, Topics.EssaySlotAssigned];

    // A teacher's decision is a request of its own and begins a chain of causes; so do the registration and each upload.
    static readonly string[] MayBeginAChain =
    [
        Topics.BatchEssaysRegistered,
        Topics.EssayContentProvisioned,
        Topics.EssayValidationFailed,
        Topics.BatchFileAdded,
        Topics.BatchAuthorMatchesSuggested,
        Topics.StudentAssociationsConfirmed,
        Topics.ValidationTimeoutProcessed,
        Topics.TeacherNotificationRequested,
        Topics.BatchStatusChanged,
    ];

    /// <summary>What is wrong with the chain, one sentence each; empty when it is whole.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<LoggedFact<IFact>> facts, Guid batchId, int texts)
    {
        var faults = new List<string>();
        var published = facts.DistinctBy(fact => fact.Header.EventId).ToList();
        var topics = published.Where(fact => Of(fact) == batchId).ToLookup(fact => fact.Header.EventType);
        faults.AddRange(OncePerBatch.Where(topic => topics[topic].Count() != 1).Select(topic => $"{topics[topic].Count()} x {topic}"));
        faults.AddRange(OncePerText.Where(topic => topics[topic].Count() != texts).Select(topic => $"{topics[topic].Count()} x {topic}"));
        faults.AddRange(StatusFaults(topics[Topics.BatchStatusChanged]));
        if (!topics[Topics.TeacherNotificationRequested].Any())
        {
            faults.Add("no notification");
        }
        faults.AddRange(
            published
                .Where(fact => fact.UserId is null || fact.OrgId is null)
                .Select(fact => $"{fact.Header.EventType} names no teacher or no school")
        );
        var byId = published.ToDictionary(fact => fact.Header.EventId);
        foreach (var fact in published)
        {
            faults.AddRange(CauseFaults(fact, byId));
        }
        return faults;
    }

    static IEnumerable<string> StatusFaults(IEnumerable<LoggedFact<IFact>> changes)
    {
        var path = changes.Select(change => (BatchStatusChanged)change.Data).ToList();
        foreach (var (before, after) in path.Zip(path.Skip(1)))
        {
            if (after.FromStatus != before.ToStatus)
            {
                yield return $"status jumps from {before.ToStatus} to {after.FromStatus}";
            }
        }
        if (path.Count == 0)
        {
            yield return "no status change";
        }
    }

    static IEnumerable<string> CauseFaults(LoggedFact<IFact> fact, Dictionary<Guid, LoggedFact<IFact>> byId)
    {
        if (fact.CausationId is null)
        {
            if (!MayBeginAChain.Contains(fact.Header.EventType))
            {
                yield return $"{fact.Header.EventType} names no cause";
            }
        }
        else if (!byId.TryGetValue(Guid.Parse(fact.CausationId), out var cause))
        {
            yield return $"the cause of {fact.Header.EventType} is not in the chain";
        }
        else if (cause.Header.EventTimestamp > fact.Header.EventTimestamp)
        {
            yield return $"{fact.Header.EventType} is older than its cause";
        }
    }

    static Guid? Of(LoggedFact<IFact> fact) =>
        fact.Data is IBatchFact batch ? batch.BatchId : (fact.Data as TeacherNotificationRequested)?.BatchId;
}
