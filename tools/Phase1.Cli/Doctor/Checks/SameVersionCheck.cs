namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-03: all services are of one version and one environment.</summary>
sealed class SameVersionCheck : ICheck
{
    internal const string Id = "D-03";

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite)
    {
        var reports = suite.Select(one => one.Report).OfType<SeenReport>().ToList();
        return reports.Count == 0
            ? []
            :
            [
                Judge("version", reports.Select(report => report.Version)),
                Judge("environment", reports.Select(report => report.Environment)),
            ];
    }

    static Finding Judge(string what, IEnumerable<string> values) =>
        values.Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 1 } several
            ? Finding.Fail(
                Id,
                Examination.Suite,
                $"the services differ in their {what}: {string.Join(", ", several)}",
                "bring all to the same"
            )
            : Finding.Ok(Id, Examination.Suite, $"one {what}");
}
