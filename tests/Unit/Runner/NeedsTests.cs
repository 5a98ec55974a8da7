using Phase1.Cli.Commands;

namespace Phase1.Unit.Tests.Runner;

public sealed class NeedsTests
{
    [Theory]
    [InlineData("bench engine", "postgres")]
    [InlineData("bench matching", "")]
    [InlineData("bench pipeline --json", "postgres poppler")]
    [InlineData("torture --kills 5", "postgres poppler")]
    [InlineData("test", "tests")]
    [InlineData("verify", "tests")]
    [InlineData("down", "")]
    [InlineData("status", "")]
    [InlineData("secrets", "")]
    public void A_command_needs_what_it_runs_on(string line, string needs) =>
        string.Join(' ', Needs.Of(Root.Create().Parse(line))).ShouldBe(needs);

    [Theory]
    [InlineData("test --json")]
    [InlineData("test --help")]
    [InlineData("up --base-port 1")]
    [InlineData("up --help")]
    [InlineData("demo crash -h")]
    [InlineData("bench")]
    [InlineData("bench engine --help")]
    [InlineData("bench everything")]
    [InlineData("torture --kills 0")]
    [InlineData("help test")]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("test test")]
    public void Nothing_is_needed_to_refuse_or_to_explain(string line) => Needs.Of(Root.Create().Parse(line)).ShouldBeEmpty();
}
