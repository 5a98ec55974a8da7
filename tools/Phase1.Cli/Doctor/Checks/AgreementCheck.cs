namespace Phase1.Cli.Doctor.Checks;

/// <summary>D-16: settings that several services read have one value in all of them.</summary>
sealed class AgreementCheck : ICheck
{
    internal const string Id = "D-16";

    // Thresholds and limits are read from sections of their own; of the engine's only these two must be the same everywhere.
    static readonly string[] Sections = ["Matching", "Batches", "Waiting"];
    static readonly (string Section, string Name)[] Single = [("Messaging", "TopicPrefix"), ("Messaging", "Partitions")];

    public IEnumerable<Finding> Judge(IReadOnlyList<ServiceAnswers> suite)
    {
        var reports = suite.Where(one => one.Report is not null).ToList();
        var differences = Shared(reports).Where(setting => Values(reports, setting).Distinct().Count() > 1).ToList();
        foreach (var setting in differences)
        {
            var who = reports.Where(one => one.Report!.Setting(setting.Section, setting.Name) is not null).Select(one => one.Name);
            yield return Finding.Fail(
                Id,
                Examination.Suite,
                $"{setting.Section}:{setting.Name} differs among {string.Join(", ", who.Distinct())}",
                "give it the same value in all of them"
            );
        }
        if (reports.Count > 0 && differences.Count == 0)
        {
            yield return Finding.Ok(Id, Examination.Suite, "shared settings agree");
        }
    }

    static IEnumerable<(string Section, string Name)> Shared(IReadOnlyList<ServiceAnswers> reports) =>
        reports
            .SelectMany(one =>
                Sections.SelectMany(section => (one.Report!.Options.GetValueOrDefault(section) ?? []).Keys.Select(name => (section, name)))
            )
            .Concat(Single)
            .Distinct();

    static IEnumerable<string> Values(IReadOnlyList<ServiceAnswers> reports, (string Section, string Name) setting) =>
        reports.Select(one => one.Report!.Setting(setting.Section, setting.Name)).OfType<string>();
}
