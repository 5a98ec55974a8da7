using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The namespaces of a .docx: the transitional ones of ISO 29500, which Word writes, and the strict ones.</summary>
static class WordNames
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string RelationshipsStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    const string Vml = "urn:schemas-microsoft-com:vml";
    const string WordDrawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    const string WordDrawingStrict = "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing";

    /// <summary>Formulas and shapes have runs and texts of their own, by the same local names.</summary>
    static readonly HashSet<string> TextNamespaces =
    [
        Word,
        WordStrict,
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ];

    public static bool IsWord(this XmlReader xml) => xml.NamespaceURI is Word or WordStrict;

    public static bool IsWritten(this XmlReader xml) => TextNamespaces.Contains(xml.NamespaceURI);

    public static bool IsCompatibility(this XmlReader xml) => xml.NamespaceURI == Compatibility;

    public static bool IsVml(this XmlReader xml) => xml.NamespaceURI == Vml;

    public static bool IsWordDrawing(this XmlReader xml) => xml.NamespaceURI is WordDrawing or WordDrawingStrict;

    /// <summary>An attribute in the element's own namespace, or without one, as some writers leave it.</summary>
    public static string? Attribute(this XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    /// <summary>The relationship that an element refers to.</summary>
    public static string? RelationshipId(this XmlReader xml) =>
        xml.GetAttribute("id", Relationships) ?? xml.GetAttribute("id", RelationshipsStrict);

    /// <summary>The value of an on/off property: on when it merely stands there.</summary>
    public static bool IsOn(this XmlReader xml) => xml.Attribute("val") is not ("0" or "false" or "off" or "none");

    /// <summary>Visits the child elements and leaves the reader at the element's end. The visitor may read a child up to its end.</summary>
    public static void ForEachChild(this XmlReader xml, Action<string> visit)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        for (xml.Read(); xml.Depth > depth; )
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                visit(xml.LocalName);
            }

            // At the end of a child that the visitor has read, this steps over the end only.
            xml.Skip();
        }
    }
}
