using System.Globalization;
using System.Text;

namespace Phase1.Tests.Infrastructure.Files;

/// <summary>Writes small real PDF files, one page each, with a text layer in Windows-1252.</summary>
public static class PdfFile
{
    static readonly Encoding Encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Lines of text; an empty one leaves a gap.</summary>
    public static byte[] Of(params string[] lines) => Build(Content(lines), trailer: "", encryption: null);

    /// <summary>A page without any text, as a scanner makes it.</summary>
    public static byte[] Scanned() => Build("0 0 100 100 re f", trailer: "", encryption: null);

    /// <summary>Asks for a password: the check value belongs to none that a reader would try by itself.</summary>
    public static byte[] Encrypted() =>
        Build(
            Content(["Secret"]),
            trailer: "/Encrypt 6 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]",
            encryption: $"<< /Filter /Standard /V 1 /R 2 /O <{new string('A', 64)}> /U <{new string('B', 64)}> /P -4 >>"
        );

    static string Content(string[] lines)
    {
        var text = new StringBuilder("BT /F1 11 Tf 14 TL 50 800 Td\n");
        foreach (var line in lines)
        {
            text.Append('(').Append(line.Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)")).Append(") Tj T*\n");
        }

        return text.Append("ET").ToString();
    }

    static byte[] Build(string content, string trailer, string? encryption)
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Encoding.GetByteCount(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            .. encryption is null ? Array.Empty<string>() : [encryption],
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new StringBuilder();
        for (var i = 0; i < objects.Length; i++)
        {
            // One character is one byte in this encoding, so positions in the text are positions in the file.
            offsets.Append(CultureInfo.InvariantCulture, $"{file.Length:D10} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var count = objects.Length + 1;
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {count}\n0000000000 65535 f \n{offsets}");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.GetBytes(file.ToString());
    }
}
