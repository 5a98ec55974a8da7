using System.Text;
using MimeKit.Utils;

namespace Phase1.FileIntake.Uploads;

/// <summary>Names of files as their owners know them, from what the senders make of them.</summary>
static class FileNames
{
    /// <summary>The name among the parameters of a part; null when the part is no file.</summary>
    public static string? Of(Dictionary<string, string> parameters)
    {
        var extended = parameters.TryGetValue("filename*", out var written) ? Extended(written) : null;
        return extended is not null ? Clean(extended)
            : parameters.TryGetValue("filename", out var plain) ? Clean(EncodedWords(Unescaped(plain)))
            : null;
    }

    /// <summary>What browsers escape (WHATWG, multipart/form-data), and nothing else: a per cent sign is one.</summary>
    static string Unescaped(string name) =>
        name.Replace("%22", "\"", StringComparison.Ordinal)
            .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
            .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 2047, which mail programs and .NET write.</summary>
    static string EncodedWords(string name) =>
        name.Contains("=?", StringComparison.Ordinal) && name.Contains("?=", StringComparison.Ordinal)
            ? Rfc2047.DecodeText(Encoding.UTF8.GetBytes(name))
            : name;

    /// <summary>RFC 8187: <c>UTF-8'sv'b%C3%A5t.docx</c>; null when it is not written so.</summary>
    static string? Extended(string value)
    {
        var parts = value.Split('\'', 3);
        if (parts.Length < 3 || EncodingOf(parts[0]) is not { } encoding)
        {
            return null;
        }

        var bytes = new List<byte>(parts[2].Length);
        for (var i = 0; i < parts[2].Length; i++)
        {
            if (parts[2][i] == '%' && i + 2 < parts[2].Length && Hexadecimal(parts[2].AsSpan(i + 1, 2)) is { } value8)
            {
                bytes.Add(value8);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(parts[2], i, 1));
            }
        }

        return encoding.GetString([.. bytes]);
    }

    static byte? Hexadecimal(ReadOnlySpan<char> digits) =>
        byte.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, provider: null, out var value) ? value : null;

    static Encoding? EncodingOf(string charset) =>
        charset.ToUpperInvariant() switch
        {
            "UTF-8" => Encoding.UTF8,
            "ISO-8859-1" => Encoding.Latin1,
            "WINDOWS-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252),
            _ => null,
        };

    /// <summary>Old browsers send a whole path; control characters have no place in a name and none in the database.</summary>
    public static string Clean(string name) =>
        string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter))).Trim();
}
