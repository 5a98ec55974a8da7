using System.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Collects the lines of one story or table cell.</summary>
sealed class LineSink
{
    readonly List<string> _lines = [];
    StringBuilder? _joined;

    /// <summary>The line of the next paragraph; it goes on with the one before when that one's mark is not shown.</summary>
    public StringBuilder Begin()
    {
        var line = _joined ?? new();
        _joined = null;
        return line;
    }

    /// <summary>Ends a paragraph.</summary>
    public void End(StringBuilder line, bool markIsShown)
    {
        if (markIsShown)
        {
            _lines.Add(line.ToString());
        }
        else
        {
            _joined = line;
        }
    }

    public void Add(IEnumerable<string> complete) => _lines.AddRange(complete);

    public IReadOnlyList<string> Close()
    {
        if (_joined is { Length: > 0 } rest)
        {
            _lines.Add(rest.ToString());
        }

        _joined = null;
        return _lines;
    }
}
