using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;
using Phase1.Cli.Testing;
using Phase1.Servers.Kafka;

namespace Phase1.Cli.Commands;

/// <summary>Everything that is too long for <c>test</c>: the tests with all their repetitions, then torture and every benchmark.</summary>
static class VerifyCommand
{
    static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    internal static Command Create()
    {
        var command = new Command("verify", "everything that is too long for test: all repetitions, torture, every benchmark; takes hours");
        command.SetAction((_, token) => RunAsync(new Screen(), token));
        return command;
    }

    static async Task<int> RunAsync(Screen screen, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        foreach (var (name, run) in Parts(withBroker: KafkaTool.Path is not null))
        {
            screen.Say($"verifying: {name}");
            if (await run(cancellationToken) != ExitCode.Done)
            {
                failed.Add(name);
            }
        }
        screen.Say(failed.Count == 0 ? "verified" : $"failed: {string.Join(", ", failed)}");
        return failed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    static IEnumerable<(string Name, Func<CancellationToken, Task<int>> Run)> Parts(bool withBroker)
    {
        bool[] logs = withBroker ? [false, true] : [false];
        yield return ("test", token => TestRun.RunAsync(Longest, new Dictionary<string, string> { ["PHASE1_VERIFY"] = "1" }, token));
        foreach (var kafka in logs)
        {
            yield return (kafka ? "torture --kafka" : "torture", token => LoadProgram.RunAsync("torture", kafka, [], token));
        }
        foreach (var kafka in logs)
        {
            yield return (kafka ? "bench pipeline --kafka" : "bench pipeline", token => LoadProgram.RunAsync("pipeline", kafka, [], token));
        }
        foreach (var kafka in logs)
        {
            yield return (kafka ? "bench backlog --kafka" : "bench backlog", token => Bench("backlog", kafka ? ["--kafka"] : [], token));
        }
        yield return ("bench gateway", token => LoadProgram.RunAsync("gateway", kafka: false, [], token));
        yield return ("bench portal", token => LoadProgram.RunAsync("portal", kafka: false, [], token));
        yield return ("bench neighbour", token => Bench("neighbour", [], token));
        yield return ("bench engine", token => BenchmarkProgram.RunAsync("engine", BenchmarkNeeds.Database, [], token));
        if (withBroker)
        {
            yield return ("bench peers", token => Bench("peers", [], token));
        }
        yield return ("bench timeout", token => BenchmarkProgram.RunAsync("timeout", BenchmarkNeeds.Database, [], token));
        yield return ("bench matching", token => Bench("matching", [], token));
    }

    // With servers of its own, if it has any.
    static Task<int> Bench(string name, string[] options, CancellationToken cancellationToken) =>
        BenchmarkProgram.RunAsync(name, BenchmarkNeeds.Nothing, options, cancellationToken);
}
