using System.Text;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>One record of a CSV file: where it begins (lines count from 1), its fields, and what is wrong with it as such.</summary>
sealed record CsvRecord(int Line, IReadOnlyList<string> Fields, ImportFault? Fault = null)
{
    internal bool IsBlank => Fault is null && Fields.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// Reads CSV as RFC 4180 has it, and as spreadsheets write it: comma, semicolon or tab, whichever the first line has most of; any line ends. A
/// quote that is never closed costs its own line alone.
/// </summary>
static class CsvRecords
{
    static readonly char[] Delimiters = [',', ';', '\t'];

    internal static IEnumerable<CsvRecord> Read(string text)
    {
        var delimiter = DelimiterOf(text);
        var (position, line) = (0, 1);
        while (position < text.Length)
        {
            var (record, end) = ReadOne(text, position, line, delimiter);
            line += text.AsSpan(position, end - position).Count('\n');
            position = end;
            yield return record;
        }
    }

    static char DelimiterOf(string text)
    {
        var first = text.AsSpan(0, EndOfLine(text, 0)).ToString();
        return Delimiters.MaxBy(delimiter => first.Count(c => c == delimiter));
    }

    static (CsvRecord Record, int End) ReadOne(string text, int start, int line, char delimiter)
    {
        var fields = new List<string>();
        var position = start;
        while (true)
        {
            if (ReadField(text, position, delimiter) is not var (field, end))
            {
                return (new CsvRecord(line, fields, ImportFault.BrokenQuotes), AfterLine(text, start));
            }
            fields.Add(field);
            position = end + 1;
            if (end >= text.Length || text[end] != delimiter)
            {
                return (new CsvRecord(line, fields), AfterLine(text, end));
            }
        }
    }

    /// <summary>The field and the place behind it; null when its quotes are broken.</summary>
    static (string Field, int End)? ReadField(string text, int start, char delimiter)
    {
        if (start >= text.Length || text[start] != '"')
        {
            var end = text.AsSpan(Math.Min(start, text.Length)).IndexOfAny(delimiter, '\r', '\n');
            end = end < 0 ? text.Length : start + end;
            return (text[Math.Min(start, text.Length)..end], end);
        }
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append(text[i++]);
            }
            else
            {
                return i + 1 == text.Length || text[i + 1] == delimiter || text[i + 1] is '\r' or '\n' ? (value.ToString(), i + 1) : null;
            }
        }
        return null;
    }

    static int EndOfLine(string text, int from)
    {
        var length = text.AsSpan(from).IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : from + length;
    }

    static int AfterLine(string text, int from)
    {
        var end = EndOfLine(text, Math.Min(from, text.Length));
        var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
        return Math.Min(end + (isPair ? 2 : 1), text.Length);
    }
}
