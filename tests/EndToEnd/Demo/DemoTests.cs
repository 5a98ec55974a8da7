using Phase1.Demo;
using Phase1.Demo.Steps;
using Phase1.Servers.Processes;

namespace Phase1.EndToEnd.Tests.Demo;

public sealed class DemoTests
{
    [Fact]
    [Trait("Scenario", "S-101")]
    [Trait("Scenario", "S-102")]
    public async Task The_sample_class_comes_from_upload_to_ready_and_the_ledger_balances()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var suite = await EmbeddedSuite.StartAsync(cancellationToken);
        await using var output = new StringWriter();
        var options = new DemoOptions
        {
            BasePort = suite.BasePort,
            Postgres = suite.Server,
            DatabaseNames = suite.DatabaseNames,
            Samples = Repository.PathOf("deploy/samples"),
        };

        var result = await new Story(options, output, redraw: false, TimeProvider.System).TellAsync(cancellationToken);

        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
        (result.Lost, result.Duplicated).ShouldBe((0, 0), output.ToString());
        var regular = result.Batches.Single(batch => batch.Kind == "REGULAR");
        regular.States.ShouldBe([
            "awaiting_content_validation",
            "awaiting_student_validation",
            "student_validation_completed",
            "ready_for_pipeline_execution",
        ]);
        (regular.Confirmed + regular.TimeoutConfirmed + regular.Unknown + regular.Excluded).ShouldBe(regular.Essays);
        new[] { regular.Confirmed, regular.TimeoutConfirmed, regular.Unknown, regular.Excluded }.ShouldAllBe(count => count > 0);
        var guest = result.Batches.Single(batch => batch.Kind == "GUEST");
        guest.States.ShouldBe(["awaiting_content_validation", "ready_for_pipeline_execution"]);
        guest.Essays.ShouldBe(7);
        result.Succeeded.ShouldBeTrue();
    }
}
