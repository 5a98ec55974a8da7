using Phase1.Cli.Testing;

namespace Phase1.Unit.Tests.Runner;

public sealed class TestReportTests
{
    [Fact]
    public void The_last_line_counts_all_projects()
    {
        var report = TestReport.Of([Tally(passed: 3), Tally(passed: 2, skipped: true)]);

        report.Text.ShouldBe("Skipped:\n  late: No Redis.\n5 passed, 0 failed, 1 skipped");
        report.Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void A_failed_project_fails_the_run_and_is_named()
    {
        var broken = new TestTally("Broken.Tests");
        broken.End(exitCode: 134);

        var report = TestReport.Of([Tally(passed: 1), broken]);

        report.Text.ShouldBe("Failed:\n  Broken.Tests: did not run to its end (exit code 134)\n1 passed, 1 failed, 0 skipped");
        report.Succeeded.ShouldBeFalse();
    }

    [Fact]
    public void A_run_in_which_nothing_passed_has_not_succeeded() => TestReport.Of([Tally(passed: 0)]).Succeeded.ShouldBeFalse();

    static TestTally Tally(int passed, bool skipped = false)
    {
        var tally = new TestTally("Some.Tests");
        for (var test = 0; test < passed; test++)
        {
            tally.Read("""{"$type":"test-passed","TestUniqueID":"a"}""");
        }
        if (skipped)
        {
            tally.Read("""{"$type":"test-starting","TestUniqueID":"b","TestDisplayName":"late"}""");
            tally.Read("""{"$type":"test-skipped","TestUniqueID":"b","Reason":"No Redis."}""");
        }
        tally.Read("""{"$type":"test-assembly-finished"}""");
        tally.End(exitCode: 0);
        return tally;
    }
}
