using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;
using Phase1.Demo;
using Phase1.Demo.Steps;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Commands;

/// <summary>Does the main job on the sample data and checks the ledger; starts the suite if it does not run.</summary>
static class DemoCommand
{
    internal static Command Create()
    {
        var kafka = SuiteOptions.Kafka("on a suite that runs on Kafka");
        var json = SuiteOptions.Json();
        var basePort = SuiteOptions.BasePort();
        var demo = new Command("demo", "does the main job on the sample data and checks the ledger") { kafka, json, basePort };
        var crash = new Command("crash", "the same while the suite is killed with SIGKILL at random moments") { kafka, basePort };
        // Of the suite that runs; these stories have suites of their own.
        (kafka.Recursive, basePort.Recursive) = (false, false);
        demo.Add(crash);
        demo.Add(Story("ai", "language models, budgets and feedback, on a suite and a provider of its own"));
        demo.Add(
            Story(
                "privacy",
                "a student's data, from request to package and from request to proven erasure, on a suite of its own",
                NumberOption.Create("--kills", "SIGKILLs to services meanwhile (none)"),
                NumberOption.Create("--seed", "decides victims and pauses", int.MinValue)
            )
        );
        demo.SetAction((parsed, token) => RunAsync(Wish(parsed), false, parsed.GetValue(json), token));
        crash.SetAction((parsed, token) => RunAsync(Wish(parsed), true, parsed.GetValue(json), token));
        return demo;

        Command Story(string name, string description, params Option<int?>[] numbers)
        {
            var story = new Command(name, description);
            Array.ForEach(numbers, story.Add);
            story.SetAction(
                (parsed, token) =>
                    LoadProgram.RunAsync(
                        name,
                        kafka: false,
                        [
                            .. numbers.SelectMany(number => parsed.Pass(number)),
                            .. parsed.GetValue(json) ? ["--json"] : Array.Empty<string>(),
                        ],
                        token
                    )
            );
            return story;
        }

        SuiteWish Wish(ParseResult parsed) => new(parsed.GetValue(basePort), parsed.GetValue(kafka));
    }

    static async Task<int> RunAsync(SuiteWish wish, bool crash, bool json, CancellationToken cancellationToken)
    {
        var screen = new Screen();
        var (launcher, servers) = await new LocalSuite(StateFolder.OfRepository, screen).StartAsync(wish, cancellationToken);
        var options = new DemoOptions
        {
            BasePort = launcher.Plan.BasePort,
            Postgres = servers.Postgres,
            Kafka = DemoOptions.OnBrokers(servers.Brokers),
            Samples = Repository.PathOf("deploy/samples"),
            Victim = crash ? launcher : null,
        };
        var story = new Story(options, Console.Out, redraw: !Console.IsOutputRedirected, TimeProvider.System);
        var result = await story.TellAsync(cancellationToken);
        if (json)
        {
            await Console.Out.WriteLineAsync(result.ToJson());
        }
        if (result.Batches is [var shown, ..])
        {
            var link = await PortalLink.ToBatchAsync(launcher.Plan, result.Teacher, shown.BatchId, cancellationToken);
            screen.Say($"look at it as its teacher: {link}  (one use, 24 hours)");
        }
        return result.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }
}
