using Phase1.Load.Suite;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Pipeline;

/// <summary>Who uses the machine's processors: each service, PostgreSQL, the broker, and the teachers, which are this process.</summary>
sealed class ProcessorMeter
{
    readonly IReadOnlyDictionary<string, int> _families;
    readonly Dictionary<string, TimeSpan> _from;

    ProcessorMeter(IReadOnlyDictionary<string, int> families)
    {
        _families = families;
        _from = families.ToDictionary(family => family.Key, family => Used(family.Value));
    }

    internal static ProcessorMeter Start(RunningSuite suite, KafkaBroker? broker)
    {
        var families = suite.Processes.ToDictionary(process => process.Name, process => process.Id);
        families["Postgres"] = suite.Server.ProcessId;
        families["Teachers"] = Environment.ProcessId;
        if (broker is not null)
        {
            families["Kafka"] = broker.ProcessId;
        }
        return new ProcessorMeter(families);
    }

    /// <summary>Milliseconds for each of so many batches, since the start.</summary>
    internal IReadOnlyDictionary<string, double> MillisecondsABatch(int batches) =>
        _families.ToDictionary(
            family => family.Key,
            family => Math.Round((Used(family.Value) - _from[family.Key]).TotalMilliseconds / batches, 1)
        );

    // The suite's processes are our children: they are counted for themselves.
    static TimeSpan Used(int processId) =>
        processId == Environment.ProcessId ? Environment.CpuUsage.TotalTime : ProcessorTime.OfFamily(processId);
}
