using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>What the properties of a run, a paragraph mark or a style say about being shown; null where they say nothing.</summary>
/// <param name="HiddenOtherwise"><c>w:specVanish</c>, which is no toggle property. What <c>w:webHidden</c> hides in a web page, a printed one shows.</param>
/// <param name="Removed">The paragraph mark was deleted or moved away while changes were tracked.</param>
sealed record RunProperties(string? Style, bool? Vanish, bool? HiddenOtherwise, bool Removed)
{
    public static RunProperties None { get; } = new(null, null, null, Removed: false);

    /// <summary>Reads <c>w:rPr</c>; what a tracked change keeps of earlier properties is no child of it and not read.</summary>
    public static RunProperties Read(XmlReader xml)
    {
        var read = None;
        xml.ForEachChild(child =>
            read = child switch
            {
                "rStyle" => read with { Style = xml.Attribute("val") },
                "vanish" => read with { Vanish = xml.IsOn() },
                "specVanish" => read with { HiddenOtherwise = xml.IsOn() || read.HiddenOtherwise == true },
                "del" or "moveFrom" => read with { Removed = true },
                _ => read,
            }
        );
        return read;
    }
}
