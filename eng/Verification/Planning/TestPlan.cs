using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Planning;

/// <summary>What a task needs to be tested for.</summary>
/// <param name="Categories">What it touches, and why that is thought.</param>
/// <param name="Tests">What has to be written, the most important first.</param>
/// <param name="Covered">What is noticed without a new test.</param>
/// <param name="Smoke">What to run when it is done.</param>
/// <param name="Questions">What only whoever asks can answer.</param>
sealed record TestPlan(
    IReadOnlyList<TouchedCategory> Categories,
    IReadOnlyList<PlannedTest> Tests,
    IReadOnlyList<CoveredModes> Covered,
    IReadOnlyList<string> Smoke,
    IReadOnlyList<string> Questions
);

/// <summary>A category that a task touches.</summary>
/// <param name="Category">The category.</param>
/// <param name="Reasons">The words or components that say so.</param>
/// <param name="ByName">No word says so: a component that is named has it, and what it obeys stays as it is.</param>
sealed record TouchedCategory(Category Category, IReadOnlyList<string> Reasons, bool ByName);

/// <summary>A test to write.</summary>
/// <param name="Mode">What it notices.</param>
/// <param name="Pattern">Its kind, in words.</param>
/// <param name="Importance">How much depends on it.</param>
/// <param name="Name">What it might be called.</param>
/// <param name="Example">A test of its kind, from the repository's root.</param>
sealed record PlannedTest(Mode Mode, string Pattern, Importance Importance, string Name, string? Example);

/// <summary>Modes that a test notices which looks at all components of their kind.</summary>
sealed record CoveredModes(IReadOnlyList<Mode> Modes, string By);
