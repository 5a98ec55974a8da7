using Phase1.Cli.Testing;

namespace Phase1.Unit.Tests.Runner;

public sealed class TestTallyTests
{
    const string Finished = """{"$type":"test-assembly-finished"}""";

    [Fact]
    public void Every_outcome_is_counted_and_named()
    {
        var tally = Read(
            [.. Test("a", "passes", """{"$type":"test-passed","TestUniqueID":"a"}""")],
            [.. Test("b", "is skipped", """{"$type":"test-skipped","TestUniqueID":"b","Reason":"No Kafka."}""")],
            [
                .. Test(
                    "c",
                    "fails",
                    """{"$type":"test-failed","TestUniqueID":"c","Messages":["1 should be 2"],"StackTraces":["at Here()"],"Output":"Away.\n"}"""
                ),
            ],
            [Finished]
        );
        tally.End(exitCode: 1);

        tally.Passed.ShouldBe(1);
        tally.Skips.ShouldBe([new("is skipped", "No Kafka.")]);
        tally.Failures.ShouldBe([new("fails", "1 should be 2\nat Here()\nAway.")]);
    }

    [Theory]
    [InlineData(139, "")]
    [InlineData(0, "")]
    [InlineData(2, Finished)]
    public void A_project_that_did_not_run_to_its_end_counts_as_failed(int exitCode, string last)
    {
        var tally = Read([.. Test("a", "passes", """{"$type":"test-passed","TestUniqueID":"a"}""")], [last]);

        tally.End(exitCode);

        tally.Failures.ShouldBe([new("Some.Tests", $"did not run to its end (exit code {exitCode})")]);
    }

    [Fact]
    public void A_fixture_that_cannot_be_disposed_counts_as_failed()
    {
        var tally = Read(
            ["""{"$type":"test-class-cleanup-failure","Messages":["The broker does not end."],"StackTraces":[null]}"""],
            [Finished]
        );

        tally.Failures.ShouldBe([new("Some.Tests", "The broker does not end.")]);
    }

    [Fact]
    public void What_a_test_writes_itself_is_no_message() => new TestTally("Some.Tests").Read("{ \"status\": \"ready\" }").ShouldBeFalse();

    static IEnumerable<string> Test(string id, string name, string outcome) =>
        [$$"""{"$type":"test-starting","TestUniqueID":"{{id}}","TestDisplayName":"{{name}}"}""", outcome];

    static TestTally Read(params string[][] lines)
    {
        var tally = new TestTally("Some.Tests");
        foreach (var line in lines.SelectMany(some => some))
        {
            tally.Read(line);
        }
        return tally;
    }
}
