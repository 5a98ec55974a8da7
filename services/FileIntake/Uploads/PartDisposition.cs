using System.Text;

namespace Phase1.FileIntake.Uploads;

/// <summary>The <c>Content-Disposition</c> of a part: the field's name, and the file's name where the part is a file.</summary>
/// <remarks>
/// Read leniently, because senders differ in how they write a quotation mark within a name: browsers as <c>%22</c>, curl, Go and older clients as
/// <c>\"</c>; and old browsers send whole paths whose backslashes escape nothing.
/// </remarks>
sealed record PartDisposition(string Name, string? FileName)
{
    /// <summary>The disposition; null when it is none of a form, or names no field.</summary>
    public static PartDisposition? Parse(string? header)
    {
        if (header is null)
        {
            return null;
        }

        var end = header.IndexOf(';', StringComparison.Ordinal);
        if (end < 0 || !header[..end].Trim().Equals("form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var rest = header[(end + 1)..]; rest.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals; )
        {
            var name = rest[..equals].Trim(' ', '\t', ';');
            (var value, rest) = Value(rest[(equals + 1)..].TrimStart(' ', '\t'));
            parameters.TryAdd(name, value);
        }

        return parameters.TryGetValue("name", out var field) ? new(field, FileNames.Of(parameters)) : null;
    }

    /// <summary>The value at the start of the text, and what follows it.</summary>
    static (string Value, string Remainder) Value(string text)
    {
        if (!text.StartsWith('"'))
        {
            var end = text.IndexOf(';', StringComparison.Ordinal);
            return end < 0 ? (text.Trim(), "") : (text[..end].Trim(), text[(end + 1)..]);
        }

        var value = new StringBuilder();
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length && (text[i + 1] == '\\' || (text[i + 1] == '"' && !IsLastQuote(text, i + 1))))
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return (value.ToString(), text[(i + 1)..]);
            }

            value.Append(text[i]);
        }

        return (value.ToString(), "");
    }

    /// <summary>True for the quotation mark that ends the value although a path's backslash stands before it.</summary>
    static bool IsLastQuote(string text, int at)
    {
        var rest = text.AsSpan(at + 1).TrimStart(" \t");
        return rest.IsEmpty || (rest[0] == ';' && rest.Count('"') % 2 == 0);
    }
}
