using System.Globalization;
using Phase1.Cli.Local;
using Phase1.Cli.Output;
using Phase1.Servers.Processes;

namespace Phase1.Cli.Testing;

/// <summary>
/// Builds everything and runs every test project, two at a time: tests wait for servers, processes and pages much of the time, and more than two
/// would only wait for each other's. No run lasts longer than its limit.
/// </summary>
sealed class TestRun(IReadOnlyList<TestProject> projects, Screen screen)
{
    const int AtOnce = 2;

    const string LimitVariable = "PHASE1_TEST_SECONDS";

    internal static async Task<int> RunAsync(
        TimeSpan longest,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken
    )
    {
        var (state, screen) = (StateFolder.OfRepository, new Screen());
        state.Create();
        var results = state.TestResults;
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }
        Directory.CreateDirectory(results);
        await new DotnetBuild(state, screen).RunAsync("Phase1.sln", environment, cancellationToken);
        var projects = Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => new TestProject(AssemblyOf(file), results))
            .ToList();
        var run = new TestRun(projects, screen);
        await run.RunAllAsync(LimitOr(longest), environment, cancellationToken);
        var report = TestReport.Of([.. projects.Select(project => project.Tally)]);
        await Console.Out.WriteLineAsync(report.Text);
        return report.Succeeded ? ExitCode.Done : ExitCode.Failed;
    }

    static string AssemblyOf(string projectFile) =>
        Repository.Output(Path.GetDirectoryName(projectFile)!, $"{Path.GetFileNameWithoutExtension(projectFile)}.dll");

    static TimeSpan LimitOr(TimeSpan longest) =>
        Environment.GetEnvironmentVariable(LimitVariable) is not { Length: > 0 } text ? longest
        : int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds)
        : throw new CommandException($"{LimitVariable} takes a number of seconds");

    Task RunAllAsync(TimeSpan limit, IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        return screen.IsLive ? screen.LiveAsync(() => TestTable.Of(projects), EachAsync) : EachAsync();

        Task EachAsync() =>
            Parallel.ForEachAsync(
                projects.OrderBy(project => project.Turn),
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                async (project, _) => await OneAsync(project)
            );

        Task OneAsync(TestProject project)
        {
            var left = limit - TimeProvider.System.GetElapsedTime(began);
            var running = project.RunAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero, environment, cancellationToken);
            return screen.IsLive ? running : SayingAsync(project, running);
        }
    }

    async Task SayingAsync(TestProject project, Task running)
    {
        await screen.WhileAsync(
            $"testing {project.Tally.Project}",
            async tell =>
            {
                await using var clock = TimeProvider.System.CreateTimer(
                    _ => tell(TestTable.Line(project)),
                    null,
                    TimeSpan.FromSeconds(1),
                    TimeSpan.FromSeconds(1)
                );
                await running;
            }
        );
        screen.Say($"{TestTable.Line(project)} in {project.Took.TotalSeconds:0} s");
    }
}
