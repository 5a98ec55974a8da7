using System.Text;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>The text of an uploaded class list: by its byte-order mark, else strict UTF-8, else Windows-1252, as spreadsheets save it.</summary>
static class ImportText
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static async Task<string> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        var text = Decode(bytes.ToArray());
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new ProblemException(Problems.ParsingError, "The file is no text.")
            : text;
    }

    static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(Encoding.UTF8.Preamble.Length));
        }
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes.AsSpan(Encoding.Unicode.Preamble.Length));
        }
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
