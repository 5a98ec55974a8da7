#:property PublishAot=false
// Makes the sample files again from source/: dotnet run deploy/samples/make-samples.cs
// The same source gives the same bytes: archives carry a fixed date and are stored, not compressed.
// source/*.txt holds one essay a block: "=== file name", lines "key: value", an empty line, the text (one line a paragraph).
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

var root = Path.GetDirectoryName(SourceFile())!;
var source = Path.Combine(root, "source");
File.Copy(Path.Combine(source, "class.json"), Path.Combine(root, "class.json"), overwrite: true);
var manifest = new JsonObject
{
    ["class"] = "class.json",
    ["batches"] = new JsonArray(MakeBatch("regular", "REGULAR", "ENG6"), MakeBatch("guest", "GUEST", "SV1")),
};
var json = new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
File.WriteAllText(Path.Combine(root, "manifest.json"), manifest.ToJsonString(json) + "\n");

JsonObject MakeBatch(string key, string kind, string course)
{
    var folder = Path.Combine(root, key);
    if (Directory.Exists(folder))
    {
        Directory.Delete(folder, recursive: true);
    }

    Directory.CreateDirectory(folder);
    var files = new JsonArray();
    foreach (var essay in Essay.ReadAll(Path.Combine(source, key + ".txt")))
    {
        File.WriteAllBytes(Path.Combine(folder, essay.FileName), essay.Write());
        files.Add(essay.Describe());
    }

    return new JsonObject
    {
        ["key"] = key,
        ["kind"] = kind,
        ["course_code"] = course,
        ["folder"] = key,
        ["files"] = files,
    };
}

static string SourceFile([CallerFilePath] string path = "") => path;

sealed record Essay(string FileName, IReadOnlyDictionary<string, string> Facts, string[] Lines)
{
    public static IEnumerable<Essay> ReadAll(string path) =>
        File.ReadAllText(path).Split("=== ", StringSplitOptions.RemoveEmptyEntries).Select(Parse);

    public JsonObject Describe() =>
        new()
        {
            ["file"] = FileName,
            ["student"] = Fact("student") is { } student and not "null" ? student : null,
            ["expected"] = Fact("expected"),
            ["error_code"] = Fact("error_code"),
            ["layout"] = Fact("layout"),
        };

    public byte[] Write()
    {
        var content = Path.GetExtension(FileName) switch
        {
            ".docx" => Word.Write(Fact("page_header"), Lines),
            ".pdf" => Pdf.Write(Lines, encrypted: Fact("damage") == "encrypted"),
            _ => Plain(),
        };
        return Fact("damage") == "truncated" ? content[..(content.Length / 2)] : content;
    }

    static Essay Parse(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        var text = Array.IndexOf(lines, "");
        var facts = lines[1..text]
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        // A page header may also open the text, so that it reads in the order in which it is printed.
        var start = text + 1;
        if (lines[start].StartsWith("page_header: ", StringComparison.Ordinal))
        {
            facts["page_header"] = lines[start++]["page_header: ".Length..];
        }

        return new Essay(lines[0], facts, lines[start..]);
    }

    string? Fact(string key) => Facts.GetValueOrDefault(key);

    byte[] Plain()
    {
        var text = string.Join("\r\n", Lines) + "\r\n";
        var encoding = Fact("encoding") switch
        {
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            "utf-16" => Encoding.Unicode,
            "utf-8-decomposed" => Encoding.UTF8,
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        if (Fact("encoding") == "utf-8-decomposed")
        {
            text = Decompose(text);
        }

        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
    }

    // Spelled out: string.Normalize does nothing where the culture is invariant.
    static string Decompose(string text) =>
        text.Replace("å", "a\u030A", StringComparison.Ordinal)
            .Replace("ä", "a\u0308", StringComparison.Ordinal)
            .Replace("ö", "o\u0308", StringComparison.Ordinal)
            .Replace("é", "e\u0301", StringComparison.Ordinal);
}

static class Word
{
    const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string Package = "http://schemas.openxmlformats.org/package/2006";
    const string PartType = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static byte[] Write(string? pageHeader, string[] lines)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", ContentTypes(pageHeader is not null));
            Add(archive, "_rels/.rels", Relationship("officeDocument", "word/document.xml"));
            if (pageHeader is not null)
            {
                Add(archive, "word/header1.xml", $"<w:hdr xmlns:w=\"{Main}\">{Paragraph(pageHeader)}</w:hdr>");
                Add(archive, "word/_rels/document.xml.rels", Relationship("header", "header1.xml"));
            }

            var section = pageHeader is null ? "" : "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId1\"/></w:sectPr>";
            Add(
                archive,
                "word/document.xml",
                $"<w:document xmlns:w=\"{Main}\" xmlns:r=\"{Relations}\"><w:body>{Body(lines)}{section}</w:body></w:document>"
            );
        }

        return stream.ToArray();
    }

    static string Body(string[] lines)
    {
        var rows = lines.TakeWhile(line => line.StartsWith('|')).ToArray();
        var table = rows.Length == 0 ? "" : $"<w:tbl>{string.Concat(rows.Select(Row))}</w:tbl>";
        return table + string.Concat(lines.Skip(rows.Length).Select(Paragraph));
    }

    static string Row(string line) =>
        $"<w:tr>{string.Concat(line.Trim('|', ' ').Split('|').Select(cell => $"<w:tc>{Paragraph(cell.Trim())}</w:tc>"))}</w:tr>";

    static string Paragraph(string text) =>
        text.Length == 0 ? "<w:p/>" : $"<w:p><w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    static string ContentTypes(bool header) =>
        $"<Types xmlns=\"{Package}/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/word/document.xml\" ContentType=\"{PartType}.document.main+xml\"/>"
        + (header ? $"<Override PartName=\"/word/header1.xml\" ContentType=\"{PartType}.header+xml\"/>" : "")
        + "</Types>";

    static string Relationship(string type, string target) =>
        $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/{type}\" Target=\"{target}\"/></Relationships>";

    static void Add(ZipArchive archive, string name, string xml)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml));
    }
}

static class Pdf
{
    const int LineLength = 88;
    static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static byte[] Write(string[] lines, bool encrypted)
    {
        var content =
            "BT /F1 11 Tf 15 TL 55 790 Td\n" + string.Concat(lines.SelectMany(Wrap).Select(line => $"({Escape(line)}) Tj T*\n")) + "ET";
        List<string> objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var trailer = "";
        if (encrypted)
        {
            // Check values that no password which a reader tries by itself gives.
            objects.Add($"<< /Filter /Standard /V 1 /R 2 /O <{new string('A', 64)}> /U <{new string('B', 64)}> /P -4 >>");
            trailer = $"/Encrypt 6 0 R /ID [<{new string('0', 32)}> <{new string('0', 32)}>]";
        }

        return Assemble(objects, trailer);
    }

    static byte[] Assemble(List<string> objects, string trailer)
    {
        // One character is one byte in this encoding, so positions in the text are positions in the file.
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new StringBuilder();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{offsets}");
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
        );
        return Latin.GetBytes(file.ToString());
    }

    static IEnumerable<string> Wrap(string paragraph)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length >= LineLength)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }

    static string Escape(string line) =>
        line.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("(", @"\(", StringComparison.Ordinal)
            .Replace(")", @"\)", StringComparison.Ordinal);
}
