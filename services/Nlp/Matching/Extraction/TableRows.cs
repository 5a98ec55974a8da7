namespace Phase1.Nlp.Matching;

/// <summary>Writes the rows of tables, whose cells are kept apart by tabs, as statements: "Namn: Tove Hallgren".</summary>
static class TableRows
{
    public static string AsStatements(string text)
    {
        if (!text.Contains('\t', StringComparison.Ordinal))
        {
            return text;
        }

        List<string> statements = [];
        var label = "";
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (cells is ["", var more] && label.Length > 0)
            {
                // An empty cell below a label belongs to it, as one that reaches over several rows does.
                statements.Add(Statement(label, more));
                continue;
            }

            label = cells is [var first, _] && IsLabel(first) ? first : "";
            var below = i + 1 < lines.Length ? lines[i + 1].Split('\t') : [];
            if (cells.Length > 1 && below.Length == cells.Length && AreTitles(cells) && !Array.Exists(below, IsLabel))
            {
                statements.AddRange(cells.Zip(below, Statement));
                i++;
            }
            else
            {
                AddRow(statements, cells);
            }
        }

        return string.Join('\n', statements);
    }

    /// <summary>A label and the cell behind it are one statement; the cells between such pairs stay together.</summary>
    static void AddRow(List<string> statements, string[] cells)
    {
        List<string> others = [];
        for (var i = 0; i < cells.Length; i++)
        {
            if (i + 1 < cells.Length && IsLabel(cells[i]) && !IsLabel(cells[i + 1]))
            {
                Close();
                statements.Add(Statement(cells[i], cells[++i]));
            }
            else
            {
                others.Add(cells[i]);
            }
        }

        if (others.Count > 0)
        {
            Close();
        }

        void Close()
        {
            if (others.Count > 0)
            {
                statements.Add(string.Join('\t', others));
                others.Clear();
            }
        }
    }

    /// <summary>Titles of columns: labels all, or the last one at least, behind which no value stands.</summary>
    static bool AreTitles(string[] cells) => IsLabel(cells[^1]) && !Array.Exists(cells, cell => cell.AsSpan().ContainsAnyInRange('0', '9'));

    static string Statement(string label, string value) => $"{label.TrimEnd(' ', ':')}: {value}";

    static bool IsLabel(string cell) => cell.EndsWith(':') || LineKeywords.IsPhrase(cell);
}
