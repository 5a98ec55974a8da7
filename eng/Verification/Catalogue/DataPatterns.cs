using static Phase1.Verification.Catalogue.FailureMode;

namespace Phase1.Verification.Catalogue;

/// <summary>What is kept, how it is wired, and how it moves from state to state.</summary>
static class DataPatterns
{
    internal static IReadOnlyList<Pattern> All { get; } =
    [
        new("Wired: the built host resolves the real store", Category.Persistence, NotWired)
        {
            Importance = Importance.Critical,
            Example = "tests/Integration/BatchOrchestrator/Registration/RegistrationTests.cs",
            Sentence = "{0}_of_the_built_host_is_the_one_on_the_database",
        },
        new("Direct look: another connection finds what was committed", Category.Persistence, TransactionIssues, WrongConnection)
        {
            Importance = Importance.Critical,
            Example = "tests/Integration/ClassManagement/Classes/ClassTests.cs",
            Sentence = "What_{0}_has_done_is_found_in_the_database_on_another_connection",
        },
        Smoke(Category.Persistence, NotWired, WrongConnection),
        new("Schema against model", Category.Persistence, SchemaMismatch)
        {
            Origin = Origin.Ours,
            Standing = "tests/Unit/Deployment/Models_and_migrations_agree.cs",
        },
        new("Nothing is left after a failure halfway", Category.Persistence, TransactionIssues)
        {
            Origin = Origin.Ours,
            Standing = "tests/Integration/Messaging/Outages/Every_failure_of_the_database_in_a_request_passes.cs",
        },
        new("Every dependency is there, and of the expected type", Category.Wiring, MissingInjection, WrongType)
        {
            Standing = "tests/Unit/Verification/Every_host_is_wired.cs",
        },
        Smoke(Category.Wiring, MissingInjection, WrongType),
        new("A setting reaches its singletons, or needs a restart", Category.Wiring, StaleSingleton)
        {
            Origin = Origin.Ours,
            Standing = "tests/Unit/Verification/Every_host_is_wired.cs",
        },
        new("Every valid transition is taken", Category.StateMachine, MissingTransition)
        {
            Example = "tests/Unit/BatchOrchestrator/Batches/TransitionTableTests.cs",
            Sentence = "Every_transition_that_{0}_has_is_taken",
        },
        new("Every other transition is refused or ignored, as the law says", Category.StateMachine, InvalidTransitionAllowed)
        {
            Example = "tests/Unit/BatchOrchestrator/Batches/TransitionTableTests.cs",
            Sentence = "What_{0}_may_not_become_it_does_not_become",
        },
        new("A changed state survives a new host", Category.StateMachine, LostTransition)
        {
            Example = "tests/Integration/BatchOrchestrator/Batches/ValidationFlowTests.cs",
            Sentence = "A_changed_state_of_{0}_is_found_in_the_database_by_a_new_host",
        },
        new("State and data agree", Category.StateMachine, StateDataDesync)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/BatchOrchestrator/Batches/StorageGapTests.cs",
            Sentence = "No_row_of_{0}_contradicts_its_state",
        },
    ];

    internal static Pattern Smoke(Category category, params IReadOnlyList<FailureMode> modes) =>
        new($"Smoke: {category.SmokeName()}", category, modes) { IsSmoke = true };
}
