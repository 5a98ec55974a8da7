using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Matrix;

/// <summary>A part of the suite.</summary>
/// <param name="Id">As in <c>cms.worker.DeadlineMonitor</c>: the service's short name, the kind, the name.</param>
/// <param name="Kind">As what it was found.</param>
sealed record Component(string Id, ComponentKind Kind)
{
    /// <summary>How it can fail.</summary>
    internal IReadOnlyList<Mode> Modes => KindModes.Of(Kind);

    /// <summary>Its categories, in the catalogue's order.</summary>
    internal IEnumerable<Category> Categories => Modes.Select(mode => mode.Category).Distinct().Order();

    /// <summary>The service, the engine, or what all hosts share.</summary>
    internal string Service => Id[..Id.IndexOf('.', StringComparison.Ordinal)];

    /// <summary>
    /// The tests by which a way to fail would be noticed without being told of this part; empty for a hole. One kind of test that is missing leaves
    /// a hole, whatever others there are.
    /// </summary>
    internal static IReadOnlyList<string> ProofOf(Mode mode)
    {
        var kinds = FailureCatalogue.PatternsOf(mode).Where(pattern => !pattern.IsSmoke).ToList();
        return kinds.TrueForAll(pattern => pattern.Standing is not null) ? [.. kinds.Select(pattern => pattern.Standing!).Distinct()] : [];
    }
}
