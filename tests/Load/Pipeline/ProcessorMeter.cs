using Phase1.Load.Suite;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Pipeline;

/// <summary>Who uses the machine's processors: each service with all its processes, PostgreSQL, the broker, and the teachers, which are this process.</summary>
sealed class ProcessorMeter
{
    readonly ILookup<string, int> _families;
    readonly Dictionary<string, TimeSpan> _from;

    ProcessorMeter(ILookup<string, int> families)
    {
        _families = families;
        _from = families.ToDictionary(family => family.Key, Used);
    }

    internal static ProcessorMeter Start(RunningSuite suite, KafkaBroker? broker)
    {
        List<(string Name, int Id)> processes =
        [
            .. suite.Processes.Select(process => (process.Name, process.Id)),
            ("Postgres", suite.Server.ProcessId),
            ("Teachers", Environment.ProcessId),
        ];
        if (broker is not null)
        {
            processes.Add(("Kafka", broker.ProcessId));
        }
        return new ProcessorMeter(processes.ToLookup(process => process.Name, process => process.Id));
    }

    /// <summary>Milliseconds for each of so many batches, since the start.</summary>
    internal IReadOnlyDictionary<string, double> MillisecondsABatch(int batches) =>
        _families.ToDictionary(
            family => family.Key,
            family => Math.Round((Used(family) - _from[family.Key]).TotalMilliseconds / batches, 1)
        );

    static TimeSpan Used(IEnumerable<int> family) => family.Aggregate(TimeSpan.Zero, (sum, id) => sum + Used(id));

    // The suite's processes are our children: they are counted for themselves.
    static TimeSpan Used(int processId) =>
        processId == Environment.ProcessId ? Environment.CpuUsage.TotalTime : ProcessorTime.OfFamily(processId);
}
