namespace Phase1.Demo.Ledger;

/// <summary>The facts of one correlation id, every cause before its effects.</summary>
static class EventChain
{
    internal static IReadOnlyList<LoggedRecord> Of(IEnumerable<LoggedRecord> log, Guid chain)
    {
        var facts = log.Where(record => record.CorrelationId == chain).DistinctBy(record => record.EventId).ToList();
        var known = facts.Select(fact => fact.EventId).ToHashSet();
        var effects = facts.ToLookup(fact => fact.CausationId is { } cause && known.Contains(cause) ? cause : Guid.Empty);
        // The earliest fact whose cause has been told comes next.
        var next = new PriorityQueue<LoggedRecord, (DateTimeOffset, Guid)>();
        Enqueue(Guid.Empty);
        var told = new List<LoggedRecord>();
        while (next.TryDequeue(out var fact, out _))
        {
            told.Add(fact);
            Enqueue(fact.EventId);
        }
        return told;

        void Enqueue(Guid cause)
        {
            foreach (var effect in effects[cause])
            {
                next.Enqueue(effect, (effect.At, effect.EventId));
            }
        }
    }

    /// <summary>The random end of an id: ids of the same moment begin alike.</summary>
    internal static string Short(Guid id) => id.ToString("N")[^8..];
}
