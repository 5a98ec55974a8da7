using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>A paragraph's style and the properties of its mark.</summary>
sealed record ParagraphProperties(string? Style, RunProperties Mark)
{
    public static ParagraphProperties None { get; } = new(null, RunProperties.None);

    public static ParagraphProperties Read(XmlReader xml)
    {
        var read = None;
        xml.ForEachChild(child =>
            read = child switch
            {
                "pStyle" => read with { Style = xml.Attribute("val") },
                "rPr" => read with { Mark = RunProperties.Read(xml) },
                _ => read,
            }
        );
        return read;
    }
}
