using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Docs;

/// <summary>A row with more cells than its table has columns is cut where the page is shown.</summary>
public sealed partial class TableTests
{
    [Fact]
    public void Every_row_has_as_many_cells_as_its_table_has_columns() => Pages().SelectMany(Faults).ShouldBeEmpty();

    [Theory]
    [InlineData("| a | b |", 2)]
    [InlineData("| a | b | c |", 3)]
    [InlineData(@"| a \| b | c |", 2)]
    public void Cells_are_counted_as_they_are_shown(string row, int cells) => Cells(row).ShouldBe(cells);

    static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md"));

    static IEnumerable<string> Faults(string page)
    {
        var columns = 0;
        foreach (var (line, number) in File.ReadLines(page).Select((line, i) => (line, i + 1)))
        {
            var cells = line.StartsWith('|') ? Cells(line) : 0;
            if (columns > 0 && cells > 0 && cells != columns)
            {
                yield return $"{Path.GetFileName(page)}:{number} has {cells} cells of {columns}";
            }
            columns = columns > 0 && cells > 0 ? columns : cells;
        }
    }

    static int Cells(string row) => Border().Count(row.TrimEnd()) - 1;

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Border();
}
