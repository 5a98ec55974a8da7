using Phase1.Demo.Ledger;
using Phase1.Events;

namespace Phase1.Load.Pipeline;

/// <summary>A part of a batch's way: from one fact on the log to another, by the times at which they were recorded.</summary>
/// <param name="Name">What happens on it.</param>
/// <param name="From">The topic of the fact that begins it.</param>
/// <param name="To">The topic of the fact that ends it.</param>
sealed record Hop(string Name, string From, string To)
{
    /// <summary>In order; the first holds the upload, the fourth the teacher.</summary>
    internal static IReadOnlyList<Hop> All { get; } =
    [
        new("upload_and_read", Topics.BatchEssaysRegistered, Topics.BatchContentProvisioningCompleted),
        new("ask_for_matching", Topics.BatchContentProvisioningCompleted, Topics.BatchStudentMatchingRequested),
        new("match", Topics.BatchStudentMatchingRequested, Topics.BatchAuthorMatchesSuggested),
        new("decide", Topics.BatchAuthorMatchesSuggested, Topics.StudentAssociationsConfirmed),
        new("link_and_release", Topics.StudentAssociationsConfirmed, Topics.BatchEssaysReady),
        new("become_ready", Topics.BatchEssaysReady, Topics.BatchStatusChanged),
    ];

    internal static Hop Whole { get; } = new("whole", Topics.BatchEssaysRegistered, Topics.BatchStatusChanged);

    /// <summary>How long it took for a batch. The last status on the log is ready.</summary>
    internal double Milliseconds(ILookup<string, LoggedRecord> facts) =>
        (facts[To].Max(fact => fact.At) - facts[From].Min(fact => fact.At)).TotalMilliseconds;
}
