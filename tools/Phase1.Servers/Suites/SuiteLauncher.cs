using Phase1.Servers.Processes;

namespace Phase1.Servers.Suites;

/// <summary>Runs the processes of one suite; everything that they need must be there.</summary>
/// <param name="plan">What the suite is.</param>
/// <param name="host">Makes the process of a program; how long it lives is up to the caller.</param>
public sealed class SuiteLauncher(SuitePlan plan, Func<SuiteProgram, IServedProcess> host)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    public SuitePlan Plan => plan;

    /// <summary>The programs and their processes.</summary>
    public IReadOnlyList<(SuiteProgram Program, IServedProcess Process)> Members { get; } =
    [.. SuiteProgram.Of(plan).Select(program => (program, host(program)))];

    public IEnumerable<IServedProcess> Processes => Members.Select(member => member.Process);

    /// <summary>Starts the processes that do not run.</summary>
    public void Launch()
    {
        foreach (var process in Processes.Where(process => !process.IsRunning))
        {
            process.Start();
        }
    }

    /// <summary>SIGKILL to all.</summary>
    public Task KillAsync() => Task.WhenAll(Processes.Where(process => process.IsRunning).Select(process => process.KillAsync()));

    /// <summary>Waits until every service is ready.</summary>
    /// <param name="patience">How long.</param>
    /// <param name="waiting">Is called with the services that are not ready, each time they have been asked.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ServerException">A process has ended, or the time is over; the message ends with the last lines that the process wrote.</exception>
    public async Task ReadyAsync(TimeSpan patience, Action<IReadOnlyList<SuiteService>>? waiting, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await MissingAsync(cancellationToken) is { Count: > 0 } missing)
        {
            foreach (var process in Processes.Where(process => !process.IsRunning))
            {
                throw new ServerException($"{process.Name} ended while starting; its last words:\n{process.Words}");
            }
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                throw NotReady(missing, patience);
            }
            waiting?.Invoke(missing);
            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
        }
    }

    async Task<IReadOnlyList<SuiteService>> MissingAsync(CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(
            plan.Databases.Keys.Select(async service => (service, await Readiness.AskAsync(plan.PortOf(service), cancellationToken)))
        );
        return [.. answers.Where(answer => !answer.Item2.IsReady).Select(answer => answer.service)];
    }

    ServerException NotReady(IReadOnlyList<SuiteService> missing, TimeSpan patience)
    {
        var names = string.Join(", ", missing.Select(service => service.Title()));
        var process = Members.First(member => member.Program.Services.ContainsKey(missing[0])).Process;
        return new(
            $"not ready after {patience.TotalSeconds:0} s: {names} (GET {plan.AddressOf(missing[0])}/readyz says why); "
                + $"the last words of {process.Name}:\n{process.Words}"
        );
    }
}
