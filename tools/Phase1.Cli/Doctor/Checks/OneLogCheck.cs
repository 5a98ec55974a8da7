namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-07: all services use one log, of one shape.</summary>
sealed class OneLogCheck : ICheck
{
    internal const string Id = "D-07";
    const string Advice = "give every service the same Messaging:Transport, Messaging:Partitions and connection of the log";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite)
    {
        var reports = suite.Where(one => one.Report is not null).ToList();
        foreach (var one in reports.Where(one => one.Report!.Engine is { Positions: null }))
        {
            yield return Finding.Fail(Id, one.Name, "its log does not answer", "look after the log; events wait in the outbox meanwhile");
        }
        if (reports.Count > 0)
        {
            var transports = reports.Select(one => one.Report!.Transport).Distinct().Order(StringComparer.Ordinal).ToList();
            yield return transports.Count == 1
                ? Finding.Ok(Id, Examination.Suite, $"one log, on {transports[0]}")
                : Finding.Fail(Id, Examination.Suite, $"services are on different logs: {string.Join(", ", transports)}", Advice);
        }
        foreach (var topic in Uneven(reports))
        {
            yield return Finding.Fail(Id, Examination.Suite, $"services see different numbers of partitions of {topic}", Advice);
        }
    }

    static IEnumerable<string> Uneven(IEnumerable<ServiceAnswers> reports) =>
        reports
            .SelectMany(one => (one.Report!.Engine?.Positions ?? []).GroupBy(place => place.Topic))
            .Select(topic => (topic.Key, Partitions: topic.Select(place => place.Partition).Distinct().Count()))
            .GroupBy(topic => topic.Key, topic => topic.Partitions)
            .Where(seen => seen.Distinct().Count() > 1)
            .Select(seen => seen.Key)
            .Order(StringComparer.Ordinal);
}
