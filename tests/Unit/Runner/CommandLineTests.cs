using Phase1.Cli.Commands;
using Phase1.Verification.Catalogue;

namespace Phase1.Unit.Tests.Runner;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("up --detach --kafka --base-port 9081")]
    [InlineData("down")]
    [InlineData("status --json")]
    [InlineData("doctor --json")]
    [InlineData("doctor --service bos=https://bos.example.org --service els=http://10.0.0.2:8082")]
    [InlineData("demo --kafka --json")]
    [InlineData("demo crash --json --base-port 9081")]
    [InlineData("demo ai --json")]
    [InlineData("demo privacy --kills 25 --seed 7 --json")]
    [InlineData("bench engine --json")]
    [InlineData("bench tickets --json")]
    [InlineData("bench pipeline --kafka --json")]
    [InlineData("bench portal --requests 40 --json")]
    [InlineData("bench peers --json")]
    [InlineData("bench pipeline --kafka --instances 2 --batches 40 --json")]
    [InlineData("bench backlog --kafka --rows 1000 --seconds 5 --json")]
    [InlineData("bench neighbour --seconds 5 --json")]
    [InlineData("torture --kills 5 --seed -7 --kafka --json")]
    [InlineData("portal link")]
    [InlineData("portal link --login anna@example.org")]
    [InlineData("portal link --as teacher-1")]
    [InlineData("portal link --as teacher-1 --role operator")]
    [InlineData("secrets")]
    [InlineData("plan-tests \"keep the marks\" --json")]
    [InlineData("plan-tests marks --categories persistence,state --components parts.json")]
    [InlineData("plan-tests marks --skip pure-logic --changes")]
    [InlineData("plan-tests marks --skip tests-only --changes main")]
    [InlineData("test")]
    [InlineData("verify")]
    [InlineData("help")]
    [InlineData("help demo")]
    [InlineData("help demo crash")]
    public void A_documented_command_is_understood(string line) => Root.Create().Parse(line).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("fly", "'fly' is no word of ./phase1", "see ./phase1 help")]
    [InlineData("bench everything", "'everything' is no word of ./phase1 bench", "see ./phase1 help bench")]
    [InlineData("up --kafak", "'--kafak' is no option of ./phase1 up", "see ./phase1 help up")]
    [InlineData("test --json", "'--json' is no option of ./phase1 test", "see ./phase1 help test")]
    [InlineData("down now", "'now' is no word of ./phase1 down", "see ./phase1 help down")]
    [InlineData("bench pipeline --instances 0", "--instances takes a whole number from 1", "see ./phase1 help bench pipeline")]
    [InlineData("torture --kills many", "--kills takes a whole number from 1", "see ./phase1 help torture")]
    [InlineData("torture --seed many", "--seed takes a whole number", "see ./phase1 help torture")]
    [InlineData("up --base-port 1023", "--base-port takes a number from 1024 to 65531", "see ./phase1 help up")]
    [InlineData("up --base-port 65532", "--base-port takes a number from 1024 to 65531", "see ./phase1 help up")]
    [InlineData("demo --base-port -1", "--base-port takes a number from 1024 to 65531", "see ./phase1 help demo")]
    [InlineData("demo crash --base-port web", "--base-port takes a number from 1024 to 65531", "see ./phase1 help demo crash")]
    [InlineData("portal link --as a --login b", "a link is for --login or for --as, not for both", "see ./phase1 help portal link")]
    [InlineData(
        "portal link --role a",
        "--role says what the user of --as is; it means nothing without --as",
        "see ./phase1 help portal link"
    )]
    [InlineData(
        "doctor --service bos",
        "--service takes NAME=URL with a name of bos, els, nlp, cms, files, tickets, gateway, feedback, portal",
        "see ./phase1 help doctor"
    )]
    [InlineData(
        "doctor --service boss=http://bos.example.org",
        "--service takes NAME=URL with a name of bos, els, nlp, cms, files, tickets, gateway, feedback, portal",
        "see ./phase1 help doctor"
    )]
    [InlineData(
        "doctor --service bos=bos.example.org",
        "--service takes NAME=URL with a name of bos, els, nlp, cms, files, tickets, gateway, feedback, portal",
        "see ./phase1 help doctor"
    )]
    [InlineData(
        "plan-tests marks --categories cms",
        "--categories takes persistence, wiring, state, cross, background, external, config, endpoint, with commas between them",
        "see ./phase1 help plan-tests"
    )]
    [InlineData(
        "plan-tests marks --skip lazy",
        "--skip takes one of refactoring, documentation, pure-logic, tests-only",
        "see ./phase1 help plan-tests"
    )]
    [InlineData("help nosuch", "there is no command 'nosuch' to explain", "see ./phase1 help help")]
    [InlineData("help demo nosuch", "there is no command 'nosuch' to explain", "see ./phase1 help help")]
    public void Anything_else_is_refused_with_its_mistake_and_where_to_read_on(string line, string mistake, string where) =>
        Refusal.Of(Root.Create().Parse(line)).ShouldBe([mistake, where]);

    [Fact]
    public void Categories_that_nobody_declares_are_none_and_not_an_empty_list()
    {
        PlanTestsCommand.DeclaredIn(Root.Create().Parse("plan-tests marks")).ShouldBeNull();
        PlanTestsCommand
            .DeclaredIn(Root.Create().Parse("plan-tests marks --categories state,cross"))
            .ShouldBe([Category.StateMachine, Category.CrossComponent]);
    }

    [Fact]
    public void A_command_that_only_others_complete_asks_for_one() =>
        Refusal.Of(Root.Create().Parse("bench")).ShouldBe(["Required command was not provided.", "see ./phase1 help bench"]);
}
