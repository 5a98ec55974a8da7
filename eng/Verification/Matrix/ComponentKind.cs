using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Matrix;

/// <summary>As what a part of the suite was found.</summary>
enum ComponentKind
{
    /// <summary>A service with its container.</summary>
    Host,

    /// <summary>A DbContext with its tables.</summary>
    Store,

    /// <summary>A state machine that the engine drives.</summary>
    Saga,

    /// <summary>An enumeration with a law of its own that is no saga.</summary>
    Machine,

    /// <summary>What takes a record.</summary>
    Consumer,

    /// <summary>A fact, at the service that records it.</summary>
    Producer,

    /// <summary>What works in the background.</summary>
    Worker,

    /// <summary>A client of another service.</summary>
    Client,

    /// <summary>What is no part of the suite, and is needed.</summary>
    Outside,

    /// <summary>A section of the settings.</summary>
    Options,

    /// <summary>A route that only reads.</summary>
    Reading,

    /// <summary>A route that changes something.</summary>
    Changing,
}

/// <summary>How a part of each kind can fail.</summary>
static class KindModes
{
    internal static IReadOnlyList<Mode> Of(ComponentKind kind) =>
        kind switch
        {
            ComponentKind.Host => [.. All(Category.Wiring), new(Category.CrossComponent, FailureMode.CircularDependency)],
            ComponentKind.Store => All(Category.Persistence),
            ComponentKind.Saga => [.. All(Category.StateMachine), new(Category.Persistence, FailureMode.TransactionIssues)],
            ComponentKind.Machine => All(Category.StateMachine),
            ComponentKind.Consumer =>
            [
                new(Category.Persistence, FailureMode.NotWired),
                new(Category.Persistence, FailureMode.TransactionIssues),
                new(Category.CrossComponent, FailureMode.ContractMismatch),
                .. Conversation(),
            ],
            ComponentKind.Producer => [new(Category.CrossComponent, FailureMode.ContractMismatch)],
            ComponentKind.Worker => All(Category.Background),
            ComponentKind.Client => [.. All(Category.External), .. Conversation()],
            ComponentKind.Outside => All(Category.External),
            ComponentKind.Options => All(Category.Configuration),
            ComponentKind.Reading => All(Category.Endpoint),
            _ => [.. All(Category.Endpoint), new(Category.Persistence, FailureMode.TransactionIssues)],
        };

    static IReadOnlyList<Mode> All(Category category) => [.. FailureCatalogue.Modes.Where(mode => mode.Category == category)];

    static IReadOnlyList<Mode> Conversation() =>
        [new(Category.CrossComponent, FailureMode.Timing), new(Category.CrossComponent, FailureMode.MissingErrorPropagation)];
}
