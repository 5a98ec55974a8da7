using Phase1.Load.Suite;

namespace Phase1.Load.Harms;

/// <summary>SIGKILL to one process of a service, which is started again at once; each service has its turn.</summary>
sealed class ServiceKill(RunningSuite suite) : IHarm
{
    readonly string[] _services = [.. suite.Processes.Select(process => process.Name).Distinct()];
    int _next;

    public string Kind => "service_kill";

    public async Task<string> HappenAsync(Random random, CancellationToken cancellationToken)
    {
        var service = _services[_next++ % _services.Length];
        var instances = suite.Processes.Where(process => process.Name == service).ToList();
        var victim = instances[random.Next(instances.Count)];
        await victim.KillAsync();
        victim.Start();
        return $"{service} killed";
    }
}
