using Phase1.Cli;
using Phase1.Cli.Commands;

namespace Phase1.Unit.Tests.Runner;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("up --detach --kafka --base-port 9081")]
    [InlineData("down")]
    [InlineData("status --json")]
    [InlineData("demo --kafka --json")]
    [InlineData("demo crash --json --base-port 9081")]
    [InlineData("bench engine --json")]
    [InlineData("bench pipeline --kafka --json")]
    [InlineData("bench portal --requests 40 --json")]
    [InlineData("bench peers --json")]
    [InlineData("bench pipeline --kafka --instances 2 --batches 40 --json")]
    [InlineData("bench backlog --kafka --rows 1000 --seconds 5 --json")]
    [InlineData("bench neighbour --seconds 5 --json")]
    [InlineData("torture --kills 5 --seed -7 --kafka --json")]
    [InlineData("portal link")]
    [InlineData("portal link --login anna@example.org")]
    [InlineData("portal link --as teacher-1 --role operator")]
    [InlineData("secrets")]
    [InlineData("test")]
    [InlineData("verify")]
    [InlineData("help demo")]
    public void A_documented_command_is_understood(string line) => Root.Create().Parse(line).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("fly")]
    [InlineData("bench")]
    [InlineData("bench everything")]
    [InlineData("up --kafak")]
    [InlineData("bench pipeline --instances 0")]
    [InlineData("torture --kills 0")]
    [InlineData("torture --kills many")]
    [InlineData("down now")]
    public void Anything_else_is_refused(string line) => Root.Create().Parse(line).Errors.ShouldNotBeEmpty();

    [Theory]
    [InlineData("1023")]
    [InlineData("65532")]
    [InlineData("-1")]
    [InlineData("web")]
    public void A_port_that_leaves_no_room_for_the_suite_is_refused(string port) =>
        Should.Throw<CommandException>(() => SuiteOptions.ReadBasePort(port)).Message.ShouldContain("1024 to 65531");
}
