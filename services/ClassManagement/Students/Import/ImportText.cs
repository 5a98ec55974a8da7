using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>The text of an uploaded class list, whatever it is called: its content decides.</summary>
static class ImportText
{
    internal static async Task<string> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        return Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <exception cref="ProblemException">400 for what is no text, a text of another kind, or one whose encoding is a guess.</exception>
    internal static string Read(ReadOnlySpan<byte> content)
    {
        if (ForeignFormats.Find(content) is { } format)
        {
            throw new ProblemException(Problems.ParsingError, $"The file is {format}. Save the list as CSV and send that.");
        }
        var (text, _, _, isCertain) = TextDecoder.Decode(content);
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ProblemException(Problems.ParsingError, "The file is no text.");
        }
        // A name in other letters than were written would be somebody else's.
        return isCertain
            ? text
            : throw new ProblemException(
                Problems.ParsingError,
                "The encoding of the file cannot be told for certain. Save the list as CSV in UTF-8 and send that."
            );
    }
}
