namespace Phase1.ClassManagement.Students.Import;

/// <summary>How a CSV file keeps its fields apart.</summary>
static class CsvDialect
{
    const string Declaration = "sep=";

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>The delimiter, and where the records begin: behind Excel's line <c>sep=;</c>, which names it, where there is one.</summary>
    internal static (char Delimiter, int Start) Of(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        end = end < 0 ? text.Length : end;
        return Declared(text.AsSpan(0, end)) is { } declared
            ? (declared, Math.Min(text.Length, end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1)))
            : (MostFrequent(FirstLine(text)), 0);
    }

    // A spreadsheet that saves the file again may put the line in quotes, or fill it up with delimiters.
    static char? Declared(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("\" ");
        return
            line.Length > Declaration.Length
            && line.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase)
            && line[Declaration.Length] is var delimiter
            && (delimiter == '\t' || char.IsPunctuation(delimiter) || char.IsSymbol(delimiter))
            && delimiter != '"'
            && line[(Declaration.Length + 1)..].Trim("\" ,;\t|").IsEmpty
            ? delimiter
            : null;
    }

    static char MostFrequent(string line)
    {
        var isQuoted = false;
        var counts = new int[Delimiters.Length];
        foreach (var character in line)
        {
            isQuoted ^= character == '"';
            var known = Array.IndexOf(Delimiters, character);
            if (!isQuoted && known >= 0)
            {
                counts[known]++;
            }
        }
        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    static string FirstLine(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
}
