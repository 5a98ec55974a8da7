using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>The engine's test service, or the one downstream of it, as a process to be killed.</summary>
static class CrashHost
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Phase1.CrashHost.dll");

    /// <summary>A process on the world's own log.</summary>
    public static ChildProcess On(EngineWorld world, string role, string database)
    {
        string[] log = world.Kafka is { } kafka ? ["kafka", kafka.BootstrapServers, kafka.Prefix] : ["postgres", world.ConnectionString];
        return new ChildProcess($"The {role} process", ["dotnet", Program, role, database, .. log]);
    }
}
