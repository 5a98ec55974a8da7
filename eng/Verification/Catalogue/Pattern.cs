namespace Phase1.Verification.Catalogue;

/// <summary>How much depends on a pattern.</summary>
enum Importance
{
    Ordinary,

    /// <summary>Without it a success may have done nothing.</summary>
    Important,

    /// <summary>Without it a suite can be green while nothing is saved.</summary>
    Critical,
}

/// <summary>Where a pattern comes from.</summary>
enum Origin
{
    /// <summary>The contract names it.</summary>
    Contract,

    /// <summary>Ours, for what the contract leaves without a pattern or covers by half.</summary>
    Ours,
}

/// <summary>A kind of test that would notice a failure mode.</summary>
/// <param name="Name">In words.</param>
/// <param name="Category">The category that has it.</param>
/// <param name="Modes">What it notices.</param>
sealed record Pattern(string Name, Category Category, params IReadOnlyList<FailureMode> Modes)
{
    /// <summary>Where it comes from.</summary>
    public Origin Origin { get; init; }

    /// <summary>How much depends on it.</summary>
    public Importance Importance { get; init; }

    /// <summary>
    /// The test that does it for every component of its kind without being told of one, from the repository's root; null where each component needs a
    /// test of its own.
    /// </summary>
    public string? Standing { get; init; }

    /// <summary>A test of this kind to follow; null for those that stand, and for smoke.</summary>
    public string? Example { get; init; }

    /// <summary>What a test of it would be called, with {0} for what it is about; null as above.</summary>
    public string? Sentence { get; init; }

    /// <summary>Whether it is a look at a running suite, which <c>./phase1 smoke</c> takes.</summary>
    public bool IsSmoke { get; init; }
}
