using System.Text.RegularExpressions;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>What a scrape of all services shows once batches have come to every kind of end, beside the table of the specification.</summary>
[Collection(nameof(EveryOutcome))]
[Trait("Scenario", "S-714")]
public sealed partial class Every_metric_is_there_and_bounded(EveryOutcome outcome)
{
    // More than any closed set of ours has: topics, routes, transitions.
    const int MostValues = 80;

    static readonly string[] Services =
    [
        SuiteUnderTest.BatchOrchestrator,
        SuiteUnderTest.EssayLifecycle,
        SuiteUnderTest.Nlp,
        SuiteUnderTest.ClassManagement,
        SuiteUnderTest.FileIntake,
        SuiteUnderTest.Portal,
    ];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_metric_of_the_specification_is_scraped() =>
        Specified(row => !row.Contains("appears with the first one", StringComparison.Ordinal))
            .Except((await ScrapeAsync()).Select(sample => sample.Metric))
            .ShouldBeEmpty();

    [Fact]
    public async Task Every_metric_that_is_scraped_is_specified() =>
        (await ScrapeAsync())
            .Select(sample => sample.Metric)
            .Where(metric => metric.StartsWith("phase1_", StringComparison.Ordinal))
            .Distinct()
            .Except(Specified(_ => true))
            .ShouldBeEmpty();

    [Fact]
    public async Task No_label_is_an_id_an_address_or_a_name()
    {
        string[] names = [.. outcome.Finished.Students.SelectMany(student => new[] { student.FirstName, student.LastName })];
        var values = (await ScrapeAsync()).SelectMany(sample => sample.Labels).Select(label => label.Value).Distinct().ToList();

        values.Where(value => Personal().IsMatch(value) || names.Contains(value, StringComparer.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_label_grows_without_bound() =>
        (await ScrapeAsync())
            .SelectMany(sample => sample.Labels.Select(label => (sample.Metric, label.Name, label.Value)))
            .Distinct()
            .GroupBy(label => (label.Metric, label.Name))
            .Where(values => values.Count() > MostValues)
            .Select(values => values.Key)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("0190f5c1-7c1e-7000-8000-000000000001")]
    [InlineData("0190f5c17c1e70008000000000000001")]
    [InlineData("alva@school.example")]
    [InlineData("teacher-7")]
    [InlineData("essay.docx")]
    public void An_id_an_address_or_a_file_name_is_found(string value) => Personal().IsMatch(value).ShouldBeTrue();

    static IEnumerable<string> Specified(Func<string, bool> rows)
    {
        var page = File.ReadAllText(Repository.PathOf("docs/domain.md"));
        var table = page[page.IndexOf("| Metric | Labels", StringComparison.Ordinal)..];
        return table[..table.IndexOf("\n\n", StringComparison.Ordinal)]
            .Split('\n')
            .Where(rows)
            .SelectMany(row => MetricName().Matches(row))
            .Select(match => match.Value);
    }

    async Task<IReadOnlyList<Sample>> ScrapeAsync()
    {
        List<Sample> samples = [];
        foreach (var service in Services)
        {
            using var client = outcome.Suite.Client(service);
            var text = await client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Token);
            samples.AddRange(
                SampleLine()
                    .Matches(text)
                    .Select(match => new Sample(
                        HistogramPart().Replace(match.Groups["name"].Value, ""),
                        [.. Label().Matches(match.Groups["labels"].Value).Select(l => (l.Groups["name"].Value, l.Groups["value"].Value))]
                    ))
            );
        }
        // Metrics are the process's: those of other tests' suites, whose topics have a prefix, are none of this one's.
        samples.RemoveAll(sample => sample.Labels.Any(label => NamespacePrefix().IsMatch(label.Value)));
        samples.ShouldNotBeEmpty();
        return samples;
    }

    sealed record Sample(string Metric, IReadOnlyList<(string Name, string Value)> Labels);

    [GeneratedRegex(@"^t[0-9a-f]{32}\.")]
    private static partial Regex NamespacePrefix();

    [GeneratedRegex(@"phase1_\w+")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"^(?<name>[a-z]\w*)(?:\{(?<labels>.*)\})? \S+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SampleLine();

    [GeneratedRegex(@"(?<name>\w+)=""(?<value>(?:[^""\\]|\\.)*)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Label();

    [GeneratedRegex("_(bucket|sum|count)$")]
    private static partial Regex HistogramPart();

    // A hexadecimal id in either form, an address, a user of these tests, a file.
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{32}|@|teacher-|\.(txt|docx|pdf)$", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}
