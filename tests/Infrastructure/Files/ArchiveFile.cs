using System.IO.Compression;
using System.Text;

namespace Phase1.Tests.Infrastructure.Files;

/// <summary>Writes ZIP archives that pretend to be documents.</summary>
public static class ArchiveFile
{
    const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Looks like a .docx and unpacks to the given number of zero bytes.</summary>
    public static byte[] Bomb(int expandedBytes) => Of(WordType, ("word/document.xml", new byte[expandedBytes]));

    /// <summary>A package of the given content type with the given further entries.</summary>
    public static byte[] Of(string contentType, params (string Name, byte[] Content)[] entries)
    {
        var types = $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
              <Override PartName="/word/document.xml" ContentType="{contentType}"/>
            </Types>
            """;
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries.Prepend(("[Content_Types].xml", Encoding.UTF8.GetBytes(types))))
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
