using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Phase1.Tests.Infrastructure.Files;

/// <summary>Writes real .docx files.</summary>
public static class WordFile
{
    /// <summary>One paragraph a line; an empty line is an empty paragraph.</summary>
    public static byte[] Of(params string[] lines) => With(null, lines.Select(OpenXmlElement (line) => ParagraphOf(line)));

    /// <summary>A document with a page header and any body elements.</summary>
    public static byte[] With(string? pageHeader, IEnumerable<OpenXmlElement> body)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(body));
            if (pageHeader is not null)
            {
                var header = main.AddNewPart<HeaderPart>();
                header.Header = new Header(ParagraphOf(pageHeader));
                var reference = new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) };
                main.Document.Body!.Append(new SectionProperties(reference));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph of one run a text, as Word leaves it after corrections.</summary>
    public static Paragraph ParagraphOf(params string[] runs) =>
        new(runs.Select(text => new Run(new WrittenText(text) { Space = SpaceProcessingModeValues.Preserve })));

    /// <summary>A table; every cell holds one paragraph.</summary>
    public static Table TableOf(params string[][] rows) =>
        new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(ParagraphOf(cell))))));

    /// <summary>The document with a link target written as it is, valid or not.</summary>
    public static byte[] WithLink(byte[] document, string target)
    {
        const string Part = "word/_rels/document.xml.rels";
        const string Type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry(Part).Open());
            writer.Write(
                $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="rLink" Type="{Type}" Target="{target}" TargetMode="External"/>
                </Relationships>
                """
            );
        }

        return stream.ToArray();
    }
}
