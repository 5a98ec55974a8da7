using Phase1.Cli.Output;

namespace Phase1.Cli.Local;

/// <summary>Puts a suite of processes under load: torture, or the benchmark of a whole suite. Its servers are its own and end with it.</summary>
static class LoadProgram
{
    const string Project = "tests/Load";

    internal static async Task<int> RunAsync(string work, bool kafka, IEnumerable<string> options, CancellationToken cancellationToken)
    {
        var (state, screen) = (StateFolder.OfRepository, new Screen());
        if (kafka)
        {
            SuiteServers.RequirePrivateKafka();
        }
        using var held = await SuiteLock.TakeAsync(state, screen, cancellationToken);
        await new DotnetBuild(state, screen).RunAsync(Project, cancellationToken);
        string[] arguments = [work, .. options, .. kafka ? ["--kafka"] : Array.Empty<string>()];
        return await ForegroundProgram.RunAsync(Project, "Phase1.Load", arguments, null, cancellationToken);
    }
}
