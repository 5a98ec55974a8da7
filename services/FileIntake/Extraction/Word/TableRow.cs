namespace Phase1.FileIntake.Extraction.Word;

/// <summary>A row of a table as lines: a statement from left to right, its cells joined by a tab.</summary>
static class TableRow
{
    // Label and value, or several of them. Longer rows are columns of running text.
    const int LongestStatement = 400;

    /// <summary>The lines of a row whose cells have the given lines.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> cells)
    {
        var written = cells
            .Select(lines => lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList())
            .Where(lines => lines.Count > 0)
            .ToList();
        if (written.Count == 0)
        {
            return [""];
        }

        if (written.Count == 1)
        {
            return cells.First(lines => lines.Any(line => !string.IsNullOrWhiteSpace(line)));
        }

        if (written.TrueForAll(lines => lines.Count == 1))
        {
            return [string.Join('\t', written.Select(lines => lines[0].Trim()))];
        }

        if (written.Sum(lines => lines.Sum(line => line.Length)) > LongestStatement)
        {
            return written.SelectMany(lines => lines);
        }

        // Labels one below another with as many values beside them are several statements.
        return written.TrueForAll(lines => lines.Count == written[0].Count)
            ? Enumerable.Range(0, written[0].Count).Select(line => string.Join('\t', written.Select(lines => lines[line].Trim())))
            : [string.Join('\t', written.SelectMany(lines => lines).Select(line => line.Trim()))];
    }
}
