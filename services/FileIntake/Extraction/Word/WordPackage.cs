using System.IO.Compression;
using System.Xml;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The parts of a .docx, found as Word finds them: with either slash in their names, in any case, and whatever other parts are missing.</summary>
sealed class WordPackage : IDisposable
{
    const string ContentTypesName = "[Content_Types].xml";

    readonly ZipArchive _archive;
    readonly WordAllowance _allowance;
    readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    public WordPackage(Stream content, WordAllowance allowance)
    {
        _allowance = allowance;
        _archive = new(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in _archive.Entries)
        {
            _entries.TryAdd(PartNames.Normalize(entry.FullName), entry);
        }
    }

    public static XmlReaderSettings XmlSettings { get; } =
        new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

    public bool Has(string part) => _entries.ContainsKey(part);

    public Stream Open(string part) => _entries[part].Open();

    public XmlReader Read(string part) => XmlReader.Create(new BoundedPart(Open(part), _allowance.MaxPartBytes), XmlSettings);

    /// <summary>The part that the package itself names as its document.</summary>
    public string MainPart() =>
        RelationshipsOf("").FirstOrDefault(relation => relation.Is("officeDocument") && Has(relation.Target))?.Target
        ?? (Has("word/document.xml") ? "word/document.xml" : null)
        ?? throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The package has no main document.");

    /// <summary>What a part refers to; empty when it refers to nothing.</summary>
    public IReadOnlyList<WordRelationship> RelationshipsOf(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        if (!Has(name))
        {
            return [];
        }

        List<WordRelationship> relationships = [];
        using var xml = Read(name);
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && !"External".Equals(xml.GetAttribute("TargetMode"), StringComparison.OrdinalIgnoreCase)
            )
            {
                var target = PartNames.Resolve(xml.GetAttribute("Target") ?? "", part);
                var decoded = Uri.UnescapeDataString(target);
                relationships.Add(
                    new(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Has(target) || !Has(decoded) ? target : decoded)
                );
            }
        }

        return relationships;
    }

    /// <summary>The media type that the package states for a part, or an empty text.</summary>
    public string MediaTypeOf(string part)
    {
        if (!Has(ContentTypesName))
        {
            return "";
        }

        var byExtension = "";
        using var xml = Read(ContentTypesName);
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Override" }
                && IsSame(PartNames.Normalize(xml.GetAttribute("PartName") ?? ""), part)
            )
            {
                return xml.GetAttribute("ContentType") ?? "";
            }

            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Default" }
                && IsSame($".{xml.GetAttribute("Extension")}", Path.GetExtension(part))
            )
            {
                byExtension = xml.GetAttribute("ContentType") ?? "";
            }
        }

        return byExtension;
    }

    public void Dispose() => _archive.Dispose();

    static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A reference from one part to another.</summary>
sealed record WordRelationship(string Id, string Type, string Target)
{
    /// <summary>Types differ between the strict and the transitional form in their beginning only.</summary>
    public bool Is(string type) => Type.EndsWith($"/{type}", StringComparison.OrdinalIgnoreCase);
}
