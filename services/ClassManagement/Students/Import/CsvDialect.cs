using System.Text.RegularExpressions;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>How a CSV file keeps its fields apart.</summary>
/// <param name="Delimiter">What stands between two fields.</param>
/// <param name="Quote">What stands around a field that holds a delimiter.</param>
/// <param name="Start">Where the records begin.</param>
sealed record CsvDialect(char Delimiter, char Quote, int Start)
{
    const string Declaration = "sep=";

    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>
    /// The dialect: with the delimiter that Excel's line <c>sep=;</c> names, which is no record; else with the one by which the header says most
    /// about its columns, since a title may hold another ("Namn (efternamn, förnamn)"); else with the most frequent one of the first line.
    /// </summary>
    internal static CsvDialect Of(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        end = end < 0 ? text.Length : end;
        if (Declared(text.AsSpan(0, end)) is { } declared)
        {
            return With(declared, text, Math.Min(text.Length, end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1)));
        }
        var counts = Counts(FirstLine(text));
        return Delimiters
            .Select(delimiter => With(delimiter, text, 0))
            .MaxBy(dialect => (KnownColumns(text, dialect), counts[Array.IndexOf(Delimiters, dialect.Delimiter)]))!;
    }

    static CsvDialect With(char delimiter, string text, int start) => new(delimiter, QuoteOf(text, delimiter), start);

    static int KnownColumns(string text, CsvDialect dialect) =>
        CsvFile.Read(text, dialect).FirstOrDefault(record => !record.IsBlank) is { } header ? ImportColumns.CountKnown(header) : 0;

    /// <summary>LibreOffice offers the apostrophe too. It is meant where a whole field stands between two of them, and none between double quotes.</summary>
    static char QuoteOf(string text, char delimiter)
    {
        var sign = Regex.Escape(delimiter.ToString());
        return !Has("\"") && Has($@"'([^'\r\n]|'')*' *(\z|[\r\n]|{sign})") ? '\'' : '"';

        bool Has(string field) => Regex.IsMatch(text, $@"(\A|[\r\n]|{sign}) *{field}", RegexOptions.NonBacktracking);
    }

    // A spreadsheet that saves the file again may put the line in quotes, or fill it up with delimiters.
    static char? Declared(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("\"' ");
        return
            line.Length > Declaration.Length
            && line.StartsWith(Declaration, StringComparison.OrdinalIgnoreCase)
            && line[Declaration.Length] is var delimiter
            && (delimiter == '\t' || char.IsPunctuation(delimiter) || char.IsSymbol(delimiter))
            && delimiter is not ('"' or '\'')
            && line[(Declaration.Length + 1)..].Trim("\"' ,;\t|").IsEmpty
            ? delimiter
            : null;
    }

    static int[] Counts(string line)
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
        return counts;
    }

    static string FirstLine(string text) =>
        text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "";
}
