using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations;

/// <summary>A fact on a page, so far in as it has facts before it that led to it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Depth">0 at the head of a chain, and where what led to it is not on the page.</param>
public sealed record CausedFact(FactDocument Fact, int Depth)
{
    // Deeper chains are drawn as deep as this: the page is only so wide.
    const int Deepest = 8;

    /// <summary>In the order of their times, each with its depth.</summary>
    internal static IReadOnlyList<CausedFact> Of(IReadOnlyList<FactDocument> facts)
    {
        var byId = facts.DistinctBy(fact => fact.EventId).ToDictionary(fact => fact.EventId);
        return [.. facts.Select(fact => new CausedFact(fact, DepthOf(fact, byId)))];
    }

    static int DepthOf(FactDocument fact, Dictionary<Guid, FactDocument> byId)
    {
        var depth = 0;
        while (depth < Deepest && fact.CausationId is { } cause && byId.TryGetValue(cause, out var earlier))
        {
            (fact, depth) = (earlier, depth + 1);
        }
        return depth;
    }
}
