using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>
/// Reads CSV as spreadsheets do: any line ends, line ends and delimiters in quotes, blanks around quotes, records of any number of fields. Quotes
/// that are broken (never closed, text behind a closed one, one within an unquoted field) cost their own line alone.
/// </summary>
static class CsvFile
{
    internal static IEnumerable<CsvRecord> Read(string text) => Read(text, CsvDialect.Of(text));

    internal static IEnumerable<CsvRecord> Read(string text, CsvDialect dialect)
    {
        var position = dialect.Start;
        while (position < text.Length)
        {
            var resumed = position;
            foreach (var (record, begin, end) in ReadFrom(text, position, dialect))
            {
                yield return record;
                // What broken quotes have swallowed is read again, from the next line on.
                position = record.BrokenField is null ? end : AfterLine(text, begin);
                if (record.BrokenField is not null)
                {
                    break;
                }
            }
            if (position == resumed)
            {
                yield break;
            }
        }
    }

    static IEnumerable<(CsvRecord Record, int Begin, int End)> ReadFrom(string text, int start, CsvDialect dialect)
    {
        var isBroken = false;
        using var rest = new StringReader(text[start..]);
        using var parser = new CsvParser(
            rest,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = dialect.Delimiter.ToString(),
                Quote = dialect.Quote,
                Escape = dialect.Quote,
                TrimOptions = TrimOptions.Trim,
                WhiteSpaceChars = dialect.Delimiter == '\t' ? [' ', '\u00A0'] : [' ', '\u00A0', '\t'],
                // Blank lines count as lines; whoever reads the records leaves them out.
                IgnoreBlankLines = false,
                BadDataFound = _ => isBroken = true,
            }
        );
        var (begin, line) = (start, 1 + Lines(text.AsSpan(0, start)));
        while (parser.Read())
        {
            var end = start + (int)parser.CharCount;
            var (fields, broken) = (new List<string>(parser.Count), (int?)null);
            for (var index = 0; index < parser.Count && broken is null; index++)
            {
                isBroken = false;
                var field = parser[index];
                var marked = AsText(field);
                fields.Add(marked ?? field);
                broken = isBroken && marked is null ? index : null;
            }
            yield return (new CsvRecord(line, fields, broken), begin, end);
            line += Lines(text.AsSpan(begin, end - begin));
            begin = end;
        }
    }

    /// <summary>What stands in a field that is kept from being taken for a number, as programs write it for Excel: <c>="0123"</c>.</summary>
    static string? AsText(string field) =>
        field.Length > 2 && field.StartsWith("=\"", StringComparison.Ordinal) && field.IndexOf('"', 2) == field.Length - 1
            ? field[2..^1]
            : null;

    static int AfterLine(string text, int from)
    {
        var end = text.AsSpan(from).IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return text.Length;
        }
        end += from;
        return end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
    }

    static int Lines(ReadOnlySpan<char> text) => text.Count('\n') + text.Count('\r') - text.Count("\r\n");
}
