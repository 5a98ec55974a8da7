using System.Text;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>Files that are sent as class lists and are none, known by how they begin.</summary>
static class ForeignFormats
{
    static readonly (byte[] Start, string Name)[] Known =
    [
        ([0x50, 0x4B, 0x03, 0x04], "a workbook (.xlsx, .ods or .numbers)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls)"),
        ("%PDF"u8.ToArray(), "a PDF"),
        ("{\\rtf"u8.ToArray(), "a text with formats (.rtf)"),
    ];

    static readonly string[] Markup = ["<html", "<!doctype", "<table", "<?xml", "<workbook", "<meta", "<head"];

    const int MarkupWithin = 200;

    /// <summary>What the file is; null where it may be a class list.</summary>
    internal static string? Find(ReadOnlySpan<byte> content)
    {
        foreach (var (start, name) in Known)
        {
            if (content.StartsWith(start))
            {
                return name;
            }
        }
        // Some school registers call a web page .xls.
        var text = Encoding
            .Latin1.GetString(content[..Math.Min(content.Length, MarkupWithin)])
            .TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        return Markup.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase))
            ? "a web page or XML, not a table in text"
            : null;
    }
}
