using System.IO.Compression;
using System.Text;

namespace Phase1.Tests.Infrastructure.Files;

/// <summary>Writes .docx files from markup, right or wrong, as programs other than Word do.</summary>
public sealed class RawWordFile
{
    const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";

    readonly List<(string Name, byte[] Content)> _parts = [];
    readonly StringBuilder _relationships = new();
    readonly StringBuilder _overrides = new();
    readonly string _body;
    readonly string _vocabulary;

    /// <summary>What stands before a name of a part in the archive; some writers use another slash.</summary>
    public Func<string, string> EntryName { get; set; } = name => name;

    /// <summary>Whether the package says what kind its relationships are.</summary>
    public bool DeclaresRelationships { get; set; } = true;

    /// <summary>How the document, its relationships and the list of media types are encoded.</summary>
    public Encoding Encoding { get; set; } = new UTF8Encoding();

    RawWordFile(string body, string vocabulary) => (_body, _vocabulary) = (body, vocabulary);

    /// <summary>A document with this body; <c>w:</c>, <c>r:</c> and the usual further prefixes are declared.</summary>
    /// <param name="body">What stands in <c>w:body</c>.</param>
    /// <param name="vocabulary">The namespace of <c>w:</c>; the strict form of the format has another.</param>
    public static RawWordFile Of(string body, string vocabulary = Word) => new(body, vocabulary);

    /// <summary>One paragraph of one run.</summary>
    public static string Paragraph(string text, string runProperties = "", string paragraphProperties = "") =>
        $"<w:p><w:pPr>{paragraphProperties}</w:pPr>{Run(text, runProperties)}</w:p>";

    /// <summary>One run.</summary>
    public static string Run(string text, string properties = "") =>
        $"""<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>""";

    /// <summary>A table of cells with any content.</summary>
    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr>";

    /// <summary>Adds a part of the document in WordprocessingML, with its relationship.</summary>
    public RawWordFile With(string id, string type, string name, string root, string content) =>
        With(id, type, name, Encoded(Markup(root, content)));

    /// <summary>Adds any part with its relationship and, where it is not XML, its media type.</summary>
    public RawWordFile With(string id, string type, string name, byte[] content, string? mediaType = null)
    {
        _parts.Add(($"word/{name}", content));
        _overrides.Append(mediaType is null ? "" : $"""<Override PartName="/word/{name}" ContentType="{mediaType}"/>""");
        return Relate(id, type, name);
    }

    /// <summary>Adds a relationship alone.</summary>
    public RawWordFile Relate(string id, string type, string target)
    {
        _relationships.Append($"""<Relationship Id="{id}" Type="{Office}/{type}" Target="{target}"/>""");
        return this;
    }

    /// <summary>The archive.</summary>
    public byte[] ToArray()
    {
        var declared = DeclaresRelationships
            ? """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
            : "";
        var types = $"""
            <Types xmlns="{Package}/content-types">{declared}<Default Extension="xml" ContentType="application/xml"/>
              <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{_overrides}
            </Types>
            """;
        var root = $"""<Relationship Id="rId1" Type="{Office}/officeDocument" Target="word/document.xml"/>""";
        (string Name, byte[] Content)[] all =
        [
            ("[Content_Types].xml", Encoded(types)),
            ("_rels/.rels", Relationships(root)),
            ("word/document.xml", Encoded(Markup("w:document", $"<w:body>{_body}</w:body>"))),
            ("word/_rels/document.xml.rels", Relationships(_relationships.ToString())),
            .. _parts,
        ];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in all)
            {
                using var entry = archive.CreateEntry(EntryName(name)).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    byte[] Encoded(string text) => [.. Encoding.Preamble, .. Encoding.GetBytes(text)];

    byte[] Relationships(string content) => Encoded($"""<Relationships xmlns="{Package}/relationships">{content}</Relationships>""");

    string Markup(string root, string content) =>
        $"""
            <{root} xmlns:w="{_vocabulary}" xmlns:r="{Office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
              xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
              xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:x="urn:example:unknown"
              xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{content}</{root}>
            """;
}
