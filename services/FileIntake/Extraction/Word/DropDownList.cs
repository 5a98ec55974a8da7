using System.Globalization;
using System.Xml;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>The entry that a drop-down list of an old form shows.</summary>
static class DropDownList
{
    public static string Chosen(XmlReader xml)
    {
        var (chosen, fallback) = ((int?)null, 0);
        List<string> entries = [];
        xml.ForEachChild(child =>
        {
            var value = xml.Attribute("val") ?? "";
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            chosen = child == "result" ? number : chosen;
            fallback = child == "default" ? number : fallback;
            entries.AddRange(child == "listEntry" ? [value] : []);
        });
        return entries.ElementAtOrDefault(chosen ?? fallback) ?? "";
    }
}
