using MimeKit;
using Phase1.Events;
using Phase1.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Text that stands in a .docx as a document of another kind (<c>w:altChunk</c>), as programs that make .docx out of web pages leave it.</summary>
sealed class EmbeddedText(long maxExpandedBytes, int depth, CancellationToken cancellation)
{
    // A document within a document within a document; Word itself turns them into its own text at the first save.
    const int Deepest = 3;

    public IEnumerable<string> Lines(WordPackage package, string part)
    {
        if (depth >= Deepest)
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "Documents are embedded (altChunk) too deeply.");
        }

        var content = new MemoryStream();
        using (var stream = package.Open(part))
        {
            stream.CopyTo(content);
        }

        var (bytes, mediaType) = (content.ToArray(), package.MediaTypeOf(part));
        return KindOf(mediaType, Path.GetExtension(part)) switch
        {
            Kind.Html => HtmlText.Lines(bytes),
            Kind.WebArchive => WebArchive(bytes),
            Kind.Word => WordText.Lines(bytes, maxExpandedBytes, depth + 1, cancellation),
            Kind.Plain => TextDecoder.Decode(bytes).Text.ReplaceLineEndings("\n").Split('\n'),
            _ => throw new UnreadableFileException(
                ValidationErrorCode.TextExtractionFailed,
                "The document embeds its text (altChunk) in a format that is not read; save it again in Word."
            ),
        };
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
            : page.IsHtml ? HtmlText.Lines(page.Text)
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
