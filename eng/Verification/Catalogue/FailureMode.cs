namespace Phase1.Verification.Catalogue;

/// <summary>A way to fail. WrongType is one in two categories: a dependency of another type, and a setting that is no number.</summary>
enum FailureMode
{
    NotWired,
    WrongConnection,
    TransactionIssues,
    SchemaMismatch,
    MissingInjection,
    WrongType,
    StaleSingleton,
    MissingTransition,
    InvalidTransitionAllowed,
    StateDataDesync,
    LostTransition,
    ContractMismatch,
    Timing,
    MissingErrorPropagation,
    CircularDependency,
    NeverStarts,
    NeverStops,
    OrphanedWork,
    RaceConditions,
    ConnectionFailure,
    AuthFailure,
    ResponseParsing,
    TimeoutHandling,
    MissingRequired,
    InvalidValue,
    NotReloaded,
    MissingValidation,
    WrongStatusCode,
    MissingAuth,
    ResponseShapeWrong,
}

/// <summary>One row of the catalogue: a way to fail, as a category has it.</summary>
readonly record struct Mode(Category Category, FailureMode Failure)
{
    public override string ToString() => $"{Category}.{Failure}";
}
