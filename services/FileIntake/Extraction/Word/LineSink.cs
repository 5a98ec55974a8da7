using System.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Collects the lines of one story or table cell.</summary>
sealed class LineSink
{
    readonly List<string> lines = [];
    StringBuilder? joined;

    /// <summary>The line of the next paragraph; it goes on with the one before when that one's mark is not shown.</summary>
    public StringBuilder Begin()
    {
        var line = joined ?? new();
        joined = null;
        return line;
    }

    /// <summary>Ends a paragraph.</summary>
    public void End(StringBuilder line, bool markIsShown)
    {
        if (markIsShown)
        {
            lines.Add(line.ToString());
        }
        else
        {
            joined = line;
        }
    }

    public void Add(IEnumerable<string> complete) => lines.AddRange(complete);

    public IReadOnlyList<string> Close()
    {
        if (joined is { Length: > 0 } rest)
        {
            lines.Add(rest.ToString());
        }

        joined = null;
        return lines;
    }
}
