using System.Text;
using System.Text.Unicode;

namespace Phase1.Text;

/// <summary>Headers whose senders write a name as it is: in UTF-8, as the standards of today say, or in the encoding of older programs.</summary>
public static class HeaderText
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What the bytes of a header say: by UTF-8, else by Windows-1252, which holds the letters of Latin-1.</summary>
    /// <param name="header">The header, each of its bytes as one character (Latin-1).</param>
    /// <returns>The same instance when it is ASCII.</returns>
    public static string Decode(string header)
    {
        if (Ascii.IsValid(header))
        {
            return header;
        }

        var bytes = Encoding.Latin1.GetBytes(header);
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : Windows1252).GetString(bytes);
    }
}
