using System.Globalization;

namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-09: what was recorded leaves for the log.</summary>
sealed class LeavingEventsCheck : ICheck
{
    internal const string Id = "D-09";

    // The limits of the specification.
    static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite) =>
        suite.Where(one => one.Report?.Engine is not null).GroupBy(one => one.Name).SelectMany(one => Judge(one.Key, [.. one]));

    static IEnumerable<Finding> Judge(string name, IReadOnlyList<ServiceAnswers> processes)
    {
        if (!processes.Any(one => one.Report!.Engine!.Outbox.RelayActive))
        {
            yield return Finding.Fail(
                Id,
                name,
                "no relay is active",
                "restart the service; where it has several processes, name each by --service"
            );
        }
        var report = processes[0].Report!;
        var waited = report.Now - (report.Engine!.Outbox.OldestAt ?? report.Now);
        var found = string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Engine.Outbox.Rows} events wait, the oldest for {waited.TotalSeconds:0} s"
        );
        yield return waited > Longest ? Finding.Fail(Id, name, found, "look after the log")
        : waited > Tolerable ? Finding.Warn(Id, name, found, "look after the log")
        : Finding.Ok(Id, name, found);
    }
}
