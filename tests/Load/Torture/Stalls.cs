using Phase1.Demo.Ledger;
using Phase1.Events;
using Phase1.Load.Harms;

namespace Phase1.Load.Torture;

/// <summary>How long batches stood still after harms, by the times at which their facts were recorded.</summary>
static class Stalls
{
    // A teacher or the deadline decides these: a batch that waits for them is not stalled by a failure.
    static readonly string[] Decisions =
    [
        Topics.StudentAssociationsConfirmed,
        Topics.EssayStudentAssociationUpdated,
        Topics.ValidationTimeoutProcessed,
    ];

    /// <summary>
    /// By kind of harm the longest time, in seconds, from its end to the next fact of a batch that was under way. Where the next harm was faster than
    /// that fact, the time ends with the next harm: what follows is that one's.
    /// </summary>
    /// <param name="happenings">The harms in their order.</param>
    /// <param name="log">Every record.</param>
    internal static IReadOnlyDictionary<string, double> Longest(IReadOnlyList<Happening> happenings, IReadOnlyList<LoggedRecord> log)
    {
        var longest = happenings.Select(happening => happening.Harm.Kind).Distinct().ToDictionary(kind => kind, _ => 0.0);
        var gaps = log.Where(fact => fact.BatchId is not null).GroupBy(fact => fact.BatchId).SelectMany(Gaps).ToList();
        foreach (var (index, happening) in happenings.Index())
        {
            var next = index + 1 < happenings.Count ? happenings[index + 1].Began : DateTimeOffset.MaxValue;
            foreach (var (_, to) in gaps.Where(gap => gap.From < happening.Over && happening.Over < gap.To))
            {
                var seconds = ((to < next ? to : next) - happening.Over).TotalSeconds;
                longest[happening.Harm.Kind] = Math.Max(longest[happening.Harm.Kind], Math.Round(seconds, 1));
            }
        }
        return longest;
    }

    static IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Gaps(IEnumerable<LoggedRecord> batch)
    {
        var facts = batch.OrderBy(fact => fact.At).ToList();
        return facts.Zip(facts.Skip(1)).Where(gap => !Decisions.Contains(gap.Second.Topic)).Select(gap => (gap.First.At, gap.Second.At));
    }
}
