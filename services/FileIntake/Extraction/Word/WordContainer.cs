using System.IO.Compression;
using System.Text;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>What a .docx looks like from outside: a ZIP package of the Word kind, or the OLE container of an encrypted one.</summary>
static class WordContainer
{
    const string ContentTypes = "[Content_Types].xml";
    const int MaxContentTypesLength = 1024 * 1024;
    const int BlockLength = 64 * 1024;

    static readonly byte[] OleMark = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    static readonly byte[] EncryptedStreamName = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Word encrypts a package into an OLE container with a stream of this name; an old .doc has none.</summary>
    public static bool IsEncrypted(Stream content) => StartsWith(content, OleMark) && Holds(content, EncryptedStreamName);

    public static bool IsWordDocument(Stream content) =>
        IsEncrypted(content) || (StartsWith(content, "PK\u0003\u0004"u8) && HoldsWordWithoutMacros(content));

    static bool StartsWith(Stream content, ReadOnlySpan<byte> mark)
    {
        content.Position = 0;
        var start = new byte[mark.Length];
        return content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && mark.SequenceEqual(start);
    }

    /// <summary>Looks for bytes block by block; blocks overlap, so that nothing is missed between two.</summary>
    static bool Holds(Stream content, ReadOnlySpan<byte> wanted)
    {
        content.Position = 0;
        var block = new byte[BlockLength];
        for (int kept = 0, read; (read = content.Read(block.AsSpan(kept))) > 0; )
        {
            var seen = block.AsSpan(0, kept + read);
            if (seen.IndexOf(wanted) >= 0)
            {
                return true;
            }

            kept = Math.Min(seen.Length, wanted.Length - 1);
            seen[^kept..].CopyTo(block);
        }

        return false;
    }

    static bool HoldsWordWithoutMacros(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
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
        // XML is UTF-8, or UTF-16 with its mark.
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var buffer = new char[MaxContentTypesLength];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }
}
