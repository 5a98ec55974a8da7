using MimeKit;
using Phase1.Events;
using Phase1.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Text that stands in a .docx as a document of another kind (<c>w:altChunk</c>), as programs that make .docx out of web pages leave it.</summary>
sealed class EmbeddedText(WordAllowance allowance, int depth, CancellationToken cancellation)
{
    // A document within a document within a document; Word itself turns them into its own text at the first save.
    const int Deepest = 3;

    public IEnumerable<string> Lines(WordPackage package, string part)
    {
        if (depth >= Deepest)
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "Documents are embedded (altChunk) too deeply.");
        }

        var (bytes, mediaType) = (Content(package, part), package.MediaTypeOf(part));
        var lines = KindOf(mediaType, Path.GetExtension(part)) switch
        {
            Kind.Html => HtmlText.Lines(Page(bytes, bytes.Length)),
            Kind.WebArchive => WebArchive(bytes),
            Kind.Word => WordText.Lines(new MemoryStream(bytes, writable: false), allowance, depth + 1, cancellation),
            Kind.Plain => TextDecoder.Decode(bytes).Text.ReplaceLineEndings("\n").Split('\n'),
            _ => throw new UnreadableFileException(
                ValidationErrorCode.TextExtractionFailed,
                "The document embeds its text (altChunk) in a format that is not read; save it again in Word."
            ),
        };
        return lines.Select(Counted);
    }

    byte[] Content(WordPackage package, string part)
    {
        var content = new MemoryStream();
        using var stream = new BoundedPart(package.Open(part), allowance.MaxPartBytes);
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>A page becomes a tree in memory, many times as long as itself.</summary>
    T Page<T>(T page, int length) => length <= allowance.MaxPageLength ? page : throw BoundedPart.TooLong();

    string Counted(string line)
    {
        allowance.Take(line.Length);
        return line;
    }

    static Kind KindOf(string mediaType, string extension) =>
        (mediaType.Split(';')[0].Trim().ToLowerInvariant(), extension.ToLowerInvariant()) switch
        {
            ("text/html" or "application/xhtml+xml", _) => Kind.Html,
            ("message/rfc822" or "multipart/related" or "application/x-mimearchive", _) => Kind.WebArchive,
            ("text/plain", _) => Kind.Plain,
            (var word, _) when word.Contains("wordprocessingml", StringComparison.Ordinal) => Kind.Word,
            (_, ".htm" or ".html" or ".xhtml") => Kind.Html,
            (_, ".mht" or ".mhtml") => Kind.WebArchive,
            (_, ".txt") => Kind.Plain,
            (_, ".docx") => Kind.Word,
            _ => Kind.Other,
        };

    /// <summary>The page of a web archive (MHTML).</summary>
    IEnumerable<string> WebArchive(byte[] bytes)
    {
        using var archive = MimeEntity.Load(new MemoryStream(bytes, writable: false), cancellation);
        var pages = new[] { archive }
            .Concat((archive as Multipart)?.SelectMany(Parts) ?? [])
            .OfType<TextPart>()
            .Where(part => !part.IsAttachment)
            .ToList();
        var page = pages.Find(part => part.IsHtml) ?? pages.Find(part => part.IsPlain);
        return page is null ? []
            : page.IsHtml ? HtmlText.Lines(Page(page.Text, page.Text.Length))
            : page.Text.ReplaceLineEndings("\n").Split('\n');
    }

    static IEnumerable<MimeEntity> Parts(MimeEntity entity) => entity is Multipart parts ? parts.SelectMany(Parts) : [entity];

    enum Kind
    {
        Other,
        Html,
        WebArchive,
        Word,
        Plain,
    }
}
