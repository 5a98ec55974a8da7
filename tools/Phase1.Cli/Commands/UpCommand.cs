using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;

namespace Phase1.Cli.Commands;

/// <summary>Builds and runs the suite.</summary>
static class UpCommand
{
    internal static Command Create()
    {
        var detach = new Option<bool>("--detach") { Description = "in the background, until ./phase1 down" };
        var kafka = SuiteOptions.Kafka("a process for each service, on Apache Kafka and Redis");
        var basePort = SuiteOptions.BasePort();
        var command = new Command("up", "builds and runs the suite, in the foreground until Ctrl-C") { detach, kafka, basePort };
        command.SetAction(
            (parsed, token) =>
                RunAsync(new(parsed.GetValue(basePort), parsed.GetValue(kafka)), parsed.GetValue(detach), new Screen(), token)
        );
        return command;
    }

    static async Task<int> RunAsync(SuiteWish wish, bool detach, Screen screen, CancellationToken cancellationToken)
    {
        var suite = new LocalSuite(StateFolder.OfRepository, screen);
        if (suite.IsRunning && !detach)
        {
            detach = true;
            screen.Say("the suite runs already");
        }
        var (launcher, _) = await suite.StartAsync(wish, cancellationToken);
        suite.Announce(launcher.Plan);
        if (await PortalLink.OfFirstPersonAsync(launcher.Plan, cancellationToken) is { } link)
        {
            screen.Say($"{"Portal", -12} {link}  (one use, 24 hours)");
        }
        screen.Say(detach ? "./phase1 down ends it" : "Ctrl-C ends it");
        return detach ? ExitCode.Done : await new Foreground(suite, launcher, screen).FollowAsync(cancellationToken);
    }
}
