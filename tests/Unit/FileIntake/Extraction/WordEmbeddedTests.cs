using System.Text;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using static Phase1.Tests.Infrastructure.Files.RawWordFile;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>Text that stands in a .docx as a document of another kind.</summary>
[Trait("Scenario", "S-301")]
public sealed class WordEmbeddedTests : ExtractionTests
{
    const string Page =
        "<html><head><title>Ulf Granat</title><style>p { color: red }</style></head><body><h1>Ebba  Lilja</h1><script>Ulf()</script>"
        + "<p style='display : none'>Ulf Granat</p><p hidden>Ulf Granat</p><!-- Ulf Granat --><p>En <b>tidig</b>\nvår&nbsp;&ndash; å<br>och sedan</p>"
        + "<table><tr><td>Klass:</td><td>9B</td></tr></table></body></html>";

    const string Text = "Ebba Lilja\nEn tidig vår - å\noch sedan\nKlass:\t9B";

    static RawWordFile Embedding(string name, byte[] content, string mediaType) =>
        Of($"{Paragraph("Först")}<w:altChunk r:id=\"rA\"/>{Paragraph("Sist")}").With("rA", "aFChunk", name, content, mediaType);

    async Task<string> Read(string name, byte[] content, string mediaType) =>
        await TextOf(FileKind.WordDocument, Embedding(name, content, mediaType).ToArray());

    [Fact]
    public async Task A_web_page_is_read_in_its_place_as_Word_shows_it() =>
        (await Read("chunk.html", Encoding.UTF8.GetBytes(Page), "text/html")).ShouldBe($"Först\n{Text}\nSist");

    [Fact]
    public async Task A_web_page_says_its_encoding()
    {
        var page = Page.Replace("<head>", "<head><meta charset='windows-1252'>");
        var content = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(page);

        (await Read("chunk.htm", content, "application/xhtml+xml")).ShouldBe($"Först\n{Text}\nSist");
    }

    [Fact]
    public async Task A_web_archive_is_read_through_its_encodings()
    {
        var quoted = string.Concat(
            Encoding.UTF8.GetBytes(Page).Select(value => value is >= 0x20 and < 0x7F and not (byte)'=' ? $"{(char)value}" : $"={value:X2}")
        );
        var archive =
            "MIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"=b=\"\n\n--=b=\n"
            + "Content-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\nContent-Location: file:///C:/page.html\n\n"
            + $"{string.Join("=\n", quoted.Split(' ').Select(word => word + " ")).TrimEnd()}\n\n--=b=\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--=b=--\n";

        (await Read("chunk.mht", Encoding.ASCII.GetBytes(archive), "message/rfc822")).ShouldBe($"Först\n{Text}\nSist");
    }

    [Fact]
    public async Task A_plain_text_and_another_document_are_read()
    {
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

        (await Read("chunk.txt", Encoding.UTF8.GetBytes("En vår\r\nEn sommar"), "text/plain")).ShouldBe("Först\nEn vår\nEn sommar\nSist");
        (await Read("chunk.docx", WordFile.Of("En vår"), Word)).ShouldBe("Först\nEn vår\nSist");
    }

    [Theory]
    [InlineData("chunk.rtf", "application/rtf")]
    [InlineData("chunk.bin", "")]
    public async Task A_format_that_is_not_read_is_a_reason_and_not_an_empty_text(string name, string mediaType)
    {
        var outcome = await Extract(FileKind.WordDocument, Embedding(name, @"{\rtf1 En vår}"u8.ToArray(), mediaType).ToArray());

        outcome.ErrorMessage.ShouldBe("The document embeds its text (altChunk) in a format that is not read; save it again in Word.");
    }

    [Fact]
    public async Task An_embedded_document_that_is_missing_is_a_reason()
    {
        var outcome = await Extract(FileKind.WordDocument, Of("<w:altChunk r:id=\"rGone\"/>").ToArray());

        outcome.ErrorMessage.ShouldBe("A part of the document's text (altChunk) is missing.");
    }

    [Fact]
    public async Task Documents_within_documents_end_somewhere()
    {
        const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        var content = WordFile.Of("Innerst");
        for (var i = 0; i < 5; i++)
        {
            content = Embedding("chunk.docx", content, Word).ToArray();
        }

        (await Extract(FileKind.WordDocument, content)).ErrorMessage.ShouldBe("Documents are embedded (altChunk) too deeply.");
    }
}
