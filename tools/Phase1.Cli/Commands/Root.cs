using System.CommandLine;
using System.CommandLine.Parsing;

namespace Phase1.Cli.Commands;

/// <summary>All commands of ./phase1.</summary>
static class Root
{
    const string Description = """
        Runs Phase1 on this machine. People work on http://localhost:8080 (the Portal); the services listen on 8081 (BOS), 8082 (ELS), 8083 (NLP),
        8084 (CMS), 8085 (File Intake), 8086 (Tickets), 8087 (Model Gateway) and 8088 (Feedback).

        What is missing comes from Debian's packages (apt-get, as root or with sudo). Everything that is kept lies under .phase1/: logs, process
        ids, passwords, data. Where that folder is closed to PostgreSQL's account, .phase1/postgres/home names the place of the data. To start
        afresh: ./phase1 down, then remove both.

        PHASE1_POSTGRES  a PostgreSQL to use instead of a private one: "Host=db;Port=5432;Username=phase1;Password=..." of a role that may
                         create databases (phase1_bos, _els, _nlp, _cms, _files, _tickets, _gateway, _feedback, _portal, _log)
        PHASE1_KAFKA     brokers for up --kafka, as host:port,...; Kafka__SaslUsername=... and so on are passed on to the services. Without it
                         ../shared/kafka/kafka runs a private broker, where it is there
        PHASE1_REDIS     a Redis, as host:port,password=...; without it there is a private one
        PHASE1_TEST_POSTGRES, PHASE1_TEST_KAFKA
                         servers for the tests. Without them they run private ones, and where the programs are missing containers, where a
                         Docker engine answers; tests that find none are skipped
        PHASE1_TEST_SECONDS
                         the longest time that the tests may take (1800)

        Every command ends with 0 when it has done what it is for, with 1 and the reason when it has failed, with 64 when it does not understand
        its words, and with 130 when it was interrupted (up in the foreground, which only an interruption ends, with 0). status ends with 1 while a
        service is not ready, test with 1 when a test failed or none passed, torture and bench with 1 when the figures are not what they must be.
        doctor ends with 1 when someone should look, with 2 when something does not work, with 3 when nobody answers. plan-tests ends with 2 when
        what was changed speaks against skipping.
        """;

    internal static RootCommand Create()
    {
        var root = new RootCommand(Description)
        {
            UpCommand.Create(),
            DownCommand.Create(),
            StatusCommand.Create(),
            DoctorCommand.Create(),
            PortalCommand.Create(),
            DemoCommand.Create(),
            BenchCommand.Create(),
            TortureCommand.Create(),
            SecretsCommand.Create(),
            PlanTestsCommand.Create(),
            TestCommand.Create(),
            VerifyCommand.Create(),
            Help(),
        };
        root.HelpName = "./phase1";
        return root;
    }

    /// <summary>The names from the root to a command, without the root's.</summary>
    internal static IEnumerable<string> Path(this CommandResult result) =>
        result.Parent is CommandResult parent ? parent.Path().Append(result.Command.Name) : [];

    static Command Help()
    {
        var names = new Argument<string[]>("command") { Description = "the command to explain", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(result =>
        {
            if (Create().Parse([.. result.Tokens.Select(token => token.Value), "--help"]).UnmatchedTokens is [var unknown, ..])
            {
                result.AddError($"there is no command '{unknown}' to explain");
            }
        });
        var help = new Command("help", "this text, or a command's") { names };
        help.SetAction(parsed => Create().Parse([.. parsed.GetValue(names) ?? [], "--help"]).Invoke());
        return help;
    }
}
