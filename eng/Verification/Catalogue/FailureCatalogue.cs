namespace Phase1.Verification.Catalogue;

/// <summary>Every way in which a part of the suite can fail, and the kind of test that notices it.</summary>
static class FailureCatalogue
{
    internal static IReadOnlyList<Category> Categories { get; } = Enum.GetValues<Category>();

    internal static IReadOnlyList<Mode> Modes { get; } =
    [
        .. Of(
            Category.Persistence,
            FailureMode.NotWired,
            FailureMode.WrongConnection,
            FailureMode.TransactionIssues,
            FailureMode.SchemaMismatch
        ),
        .. Of(Category.Wiring, FailureMode.MissingInjection, FailureMode.WrongType, FailureMode.StaleSingleton),
        .. Of(
            Category.StateMachine,
            FailureMode.MissingTransition,
            FailureMode.InvalidTransitionAllowed,
            FailureMode.StateDataDesync,
            FailureMode.LostTransition
        ),
        .. Of(
            Category.CrossComponent,
            FailureMode.ContractMismatch,
            FailureMode.Timing,
            FailureMode.MissingErrorPropagation,
            FailureMode.CircularDependency
        ),
        .. Of(Category.Background, FailureMode.NeverStarts, FailureMode.NeverStops, FailureMode.OrphanedWork, FailureMode.RaceConditions),
        .. Of(
            Category.External,
            FailureMode.ConnectionFailure,
            FailureMode.AuthFailure,
            FailureMode.ResponseParsing,
            FailureMode.TimeoutHandling
        ),
        .. Of(
            Category.Configuration,
            FailureMode.MissingRequired,
            FailureMode.WrongType,
            FailureMode.InvalidValue,
            FailureMode.NotReloaded
        ),
        .. Of(
            Category.Endpoint,
            FailureMode.MissingValidation,
            FailureMode.WrongStatusCode,
            FailureMode.MissingAuth,
            FailureMode.ResponseShapeWrong
        ),
    ];

    internal static IReadOnlyList<Pattern> Patterns { get; } = [.. DataPatterns.All, .. FlowPatterns.All, .. BoundaryPatterns.All];

    internal static IEnumerable<Pattern> PatternsOf(Mode mode) =>
        Patterns.Where(pattern => pattern.Category == mode.Category && pattern.Modes.Contains(mode.Failure));

    /// <summary>What the category is called in <c>./phase1 smoke</c>.</summary>
    internal static string SmokeName(this Category category) =>
        category switch
        {
            Category.StateMachine => "state",
            Category.CrossComponent => "cross",
            Category.Configuration => "config",
            _ => category.ToString().ToLowerInvariant(),
        };

    /// <summary>The category in words.</summary>
    internal static string Title(this Category category) =>
        category switch
        {
            Category.StateMachine => "State machine",
            Category.CrossComponent => "Cross-component",
            _ => category.ToString(),
        };

    static IEnumerable<Mode> Of(Category category, params IEnumerable<FailureMode> failures) =>
        failures.Select(failure => new Mode(category, failure));
}
