using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The page headers and footers that Word shows, in the order of the pages.</summary>
/// <remarks>
/// A section shows its header for the first page only with <c>w:titlePg</c>, and one for even pages only when the document has
/// <c>w:evenAndOddHeaders</c>; a kind that it does not state is that of the section before. How many pages a section fills is not in the file.
/// </remarks>
sealed class WordSections
{
    readonly List<string> _headers = [];
    readonly List<string> _footers = [];

    /// <summary>Relationship ids of the headers.</summary>
    public IReadOnlyList<string> Headers => _headers;

    /// <summary>Relationship ids of the footers.</summary>
    public IReadOnlyList<string> Footers => _footers;

    public static WordSections Read(XmlReader document, bool evenAndOdd)
    {
        var sections = new WordSections();
        var inherited = new Dictionary<(string Part, string Page), string>();
        while (document.Read())
        {
            if (document is { NodeType: XmlNodeType.Element, LocalName: "pPrChange" } && document.IsWord())
            {
                document.ForEachChild(_ => { });
            }
            else if (document is { NodeType: XmlNodeType.Element, LocalName: "sectPr" } && document.IsWord())
            {
                sections.Add(document, inherited, evenAndOdd);
            }
        }

        return sections;
    }

    void Add(XmlReader section, Dictionary<(string Part, string Page), string> references, bool evenAndOdd)
    {
        var titlePage = false;
        section.ForEachChild(child =>
        {
            if (child is "headerReference" or "footerReference" && section.RelationshipId() is { } id)
            {
                references[(child, section.Attribute("type") ?? "default")] = id;
            }

            titlePage = child == "titlePg" ? section.IsOn() : titlePage;
        });
        string[] pages = [.. titlePage ? ["first"] : Array.Empty<string>(), "default", .. evenAndOdd ? ["even"] : Array.Empty<string>()];
        foreach (var page in pages)
        {
            Show(_headers, references.GetValueOrDefault(("headerReference", page)));
            Show(_footers, references.GetValueOrDefault(("footerReference", page)));
        }
    }

    static void Show(List<string> shown, string? id)
    {
        if (id is not null && !shown.Contains(id))
        {
            shown.Add(id);
        }
    }
}
