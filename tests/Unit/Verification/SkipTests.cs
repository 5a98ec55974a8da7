using Phase1.Verification.Planning;

namespace Phase1.Unit.Tests.Verification;

public sealed class SkipTests
{
    [Theory]
    [Trait("Scenario", "FRM-08")]
    [InlineData("docs/glossary.md")]
    [InlineData("services/Nlp/Matching/Similarity.cs")]
    [InlineData("services/Nlp/Matching/Similarity.cs", "tests/Unit/Nlp/Matching/SimilarityTests.cs")]
    // A test of an endpoint is no endpoint.
    [InlineData("tests/Integration/Messaging/Engine/DeadLetterEndpointTests.cs")]
    public void Nothing_is_required_where_nothing_speaks_against_it(params string[] files) => Skip.Refusal(Changed(files)).ShouldBeNull();

    [Fact]
    [Trait("Scenario", "FRM-08")]
    public void There_are_four_kinds_and_four_questions()
    {
        Enum.GetNames<SkipKind>().ShouldBe(["Refactoring", "Documentation", "PureLogic", "TestsOnly"]);
        Skip.CounterQuestions.Count.ShouldBe(4);
    }

    [Theory]
    [Trait("Scenario", "FRM-09")]
    [InlineData("services/Nlp/NlpDbContext.cs", "persistence")]
    [InlineData("libs/Phase1.Messaging/Tables/InboxTable.cs", "persistence")]
    [InlineData("services/Nlp/Migrations/20260101000000_Runs.cs", "persistence")]
    [InlineData("services/Nlp/NlpService.cs", "a factory")]
    [InlineData("services/Nlp/Program.cs", "a factory")]
    [InlineData("services/Tickets/TicketsModule.cs", "a factory")]
    [InlineData("services/BatchOrchestrator/Batches/BatchStateMachine.cs", "state")]
    [InlineData("services/BatchOrchestrator/Batches/BatchState.cs", "state")]
    [InlineData("services/BatchOrchestrator/Batches/BatchStatuses.cs", "state")]
    [InlineData("services/Nlp/Rosters/RosterClient.cs", "a boundary")]
    [InlineData("services/Nlp/Runs/BatchStudentMatchingRequestedConsumer.cs", "a boundary")]
    [InlineData("services/Portal/Operations/RetryEndpoint.cs", "a boundary")]
    [InlineData("libs/Phase1.Events/Topics.cs", "a boundary")]
    public void A_change_that_speaks_against_it_is_named(string file, string what) =>
        Skip.Refusal(Changed("docs/api.md", file)).ShouldBe($"{file} is {what}");

    [Fact]
    [Trait("Scenario", "FRM-09")]
    public void A_route_is_a_boundary_whatever_its_file_is_called() =>
        Skip.Refusal([new("services/Portal/Live/Pulses.cs", "routes.MapGet(\"/pulses\", HandleAsync);")])
            .ShouldBe("services/Portal/Live/Pulses.cs is a boundary");

    static IEnumerable<ChangedFile> Changed(params string[] files) => files.Select(file => new ChangedFile(file, ""));
}
