using static Phase1.Verification.Catalogue.FailureMode;

namespace Phase1.Verification.Catalogue;

/// <summary>What passes between components, and what goes on by itself.</summary>
static class FlowPatterns
{
    internal static IReadOnlyList<Pattern> All { get; } =
    [
        new("A captured message meets the contract", Category.CrossComponent, ContractMismatch)
        {
            Standing = "tests/Unit/Events/SchemaAgreementTests.cs",
        },
        new("A flow, with the state of every layer", Category.CrossComponent, Timing)
        {
            Example = "tests/EndToEnd/Flows/A_regular_batch_goes_from_upload_to_ready.cs",
            Sentence = "What_{0}_tells_arrives_and_every_layer_agrees",
        },
        new("An error arrives as what it is", Category.CrossComponent, MissingErrorPropagation)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/Nlp/Rosters/RosterTests.cs",
            Sentence = "A_failure_of_the_neighbour_is_told_by_{0}_as_what_it_is",
        },
        new("No circle at start", Category.CrossComponent, CircularDependency)
        {
            Origin = Origin.Ours,
            Standing = "tests/Unit/Security/Every_route_serves_whom_it_is_for.cs",
        },
        new("Not ready yet: waits, and loses nothing", Category.CrossComponent, Timing)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/EssayLifecycle/Waiting/UnknownBatchTests.cs",
            Sentence = "What_comes_to_{0}_too_early_waits_and_is_not_lost",
        },
        new("It starts", Category.Background, NeverStarts)
        {
            Example = "tests/Integration/ClassManagement/Deadlines/MonitorDeathTests.cs",
            Sentence = "{0}_works_at_once_and_again_after_its_interval",
        },
        new("It stops in good order", Category.Background, NeverStops)
        {
            Example = "tests/Integration/ClassManagement/Deadlines/MonitorLifeTests.cs",
            Sentence = "{0}_ends_with_its_host_in_the_middle_of_its_work",
        },
        new("One turn does its work", Category.Background, OrphanedWork)
        {
            Example = "tests/Integration/BatchOrchestrator/Watchdog/WatchdogTests.cs",
            Sentence = "One_turn_of_{0}_does_all_that_is_due",
        },
        new("Two at once do it once", Category.Background, RaceConditions)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/ClassManagement/Deadlines/MonitorRaceTests.cs",
            Sentence = "Two_of_{0}_at_once_do_everything_once",
        },
        new("Killed in the middle, and done once", Category.Background, OrphanedWork)
        {
            Origin = Origin.Ours,
            Example = "tests/Integration/ClassManagement/Deadlines/MonitorDeathTests.cs",
            Sentence = "What_{0}_was_killed_over_is_done_once",
        },
    ];
}
