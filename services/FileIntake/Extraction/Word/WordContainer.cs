using System.IO.Compression;
using System.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>What a .docx looks like from outside: a ZIP package of the Word kind, or the OLE container of an encrypted one.</summary>
static class WordContainer
{
    const string ContentTypes = "[Content_Types].xml";
    const int MaxContentTypesLength = 1024 * 1024;

    static readonly byte[] OleMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    static readonly byte[] EncryptedStreamName = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Word encrypts a package into an OLE container with a stream of this name; an old .doc has none.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> content) => content.StartsWith(OleMark) && content.IndexOf(EncryptedStreamName) >= 0;

    public static bool IsWordDocument(byte[] content) =>
        IsEncrypted(content) || (content.AsSpan().StartsWith("PK\u0003\u0004"u8) && HoldsWordWithoutMacros(content));

    static bool HoldsWordWithoutMacros(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (
                archive.Entries.Any(entry =>
                    Path.GetFileName(PartNames.Normalize(entry.FullName)).Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                return false;
            }

            var entry = archive.Entries.FirstOrDefault(entry =>
                PartNames.Normalize(entry.FullName).Equals(ContentTypes, StringComparison.OrdinalIgnoreCase)
            );
            var types = entry is null ? "" : ReadStart(entry);
            return types.Contains("wordprocessingml", StringComparison.Ordinal)
                && !types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
        }
        catch (InvalidDataException)
        {
            // Damaged, which is found in the content: the file passes here and fails there, visibly.
            return true;
        }
    }

    static string ReadStart(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var buffer = new byte[MaxContentTypesLength];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
