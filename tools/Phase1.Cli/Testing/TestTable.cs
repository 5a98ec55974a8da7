using System.Globalization;
using Spectre.Console;

namespace Phase1.Cli.Testing;

/// <summary>Where the test projects stand.</summary>
static class TestTable
{
    internal static Table Of(IReadOnlyList<TestProject> projects)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("project", "passed", "failed", "skipped", "seconds");
        foreach (var project in projects)
        {
            var tally = project.Tally;
            table.AddRow(
                project.HasEnded ? $"[bold]{tally.Project}[/]" : tally.Project,
                Count(tally.Passed, "green"),
                Count(tally.Failures.Count, "red"),
                Count(tally.Skips.Count, "yellow"),
                project.Took.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)
            );
        }
        return table;
    }

    internal static string Line(TestProject project) =>
        $"{project.Tally.Project}: {project.Tally.Passed} passed, {project.Tally.Failures.Count} failed, {project.Tally.Skips.Count} skipped";

    static string Count(int count, string colour) =>
        count == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"[{colour}]{count}[/]");
}
