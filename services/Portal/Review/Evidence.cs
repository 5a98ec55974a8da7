namespace Phase1.Portal.Review;

/// <summary>What a teacher sees of a text beside the candidates: its beginning, and the lines further on where something was found. Pure.</summary>
static class Evidence
{
    internal const int MostChars = 600;
    const int MostLines = 12;
    const int HeaderLines = 20;
    const int LastLines = 5;

    /// <param name="text">The text, or as much of it as is known.</param>
    /// <param name="found">The names and addresses that were read in it.</param>
    internal static IReadOnlyList<EvidenceLine> Of(string? text, IReadOnlyList<string> found)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }
        var lines = text.Split('\n');
        var shown = new List<EvidenceLine>();
        var (left, line) = (MostChars, 0);
        for (; line < Math.Min(lines.Length, MostLines) && left > 0; line++)
        {
            shown.Add(
                IsSearched(line, lines.Length) ? EvidenceLine.Of(Cut(lines[line], left), found) : new([new(Cut(lines[line], left), false)])
            );
            left -= lines[line].Length;
        }
        var further = Enumerable
            .Range(line, lines.Length - line)
            .Where(number => IsSearched(number, lines.Length))
            .Select(number => EvidenceLine.Of(Cut(lines[number], MostChars), found))
            .Where(candidate => candidate.Parts.Any(part => part.IsFound))
            .ToList();
        return further.Count > 0 ? [.. shown, new([new("…", false)]), .. further] : shown;
    }

    // Where matching looks for names.
    static bool IsSearched(int line, int lines) => line < HeaderLines || line >= lines - LastLines;

    static string Cut(string line, int most) =>
        line.Length <= most ? line
        : char.IsHighSurrogate(line[most - 1]) ? line[..(most - 1)]
        : line[..most];
}

/// <summary>A line of a text.</summary>
/// <param name="Parts">In order.</param>
public sealed record EvidenceLine(IReadOnlyList<EvidencePart> Parts)
{
    internal static EvidenceLine Of(string line, IReadOnlyList<string> found)
    {
        var isFound = new bool[line.Length];
        foreach (var (start, end) in found.SelectMany(text => Places(line, text)))
        {
            Array.Fill(isFound, true, start, end - start);
        }
        var parts = new List<EvidencePart>();
        for (var (start, i) = (0, 1); i <= line.Length; i++)
        {
            if (i == line.Length || isFound[i] != isFound[start])
            {
                parts.Add(new(line[start..i], isFound[start]));
                start = i;
            }
        }
        return new(parts);
    }

    // As it stands, or all its words in whatever order: "Nyqvist, Malte".
    static IEnumerable<(int Start, int End)> Places(string line, string text)
    {
        var whole = PlaceOf(line, text);
        if (whole is not null)
        {
            return [whole.Value];
        }
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => PlaceOf(line, word)).ToList();
        return words.Count > 1 && words.TrueForAll(place => place is not null) ? words.Select(place => place!.Value) : [];
    }

    static (int Start, int End)? PlaceOf(string line, string text)
    {
        for (var at = 0; text.Length > 0 && (at = line.IndexOf(text, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (!IsLetter(line, at - 1) && !IsLetter(line, at + text.Length))
            {
                return (at, at + text.Length);
            }
        }
        return null;
    }

    static bool IsLetter(string line, int at) => at >= 0 && at < line.Length && char.IsLetterOrDigit(line[at]);
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">As it stands.</param>
/// <param name="IsFound">Whether it was read as a name or an address.</param>
public sealed record EvidencePart(string Text, bool IsFound);
