using System.Text;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

[Trait("Scenario", "S-303")]
public sealed class FileSnifferTests
{
    const int MaxBytes = 10 * 1024 * 1024;
    const string MacroType = "application/vnd.ms-word.document.macroEnabled.main+xml";
    const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static readonly byte[] Png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8];
    static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0];
    static readonly byte[] OldDoc = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    public static TheoryData<string, byte[], string> Refused =>
        new()
        {
            { "setup.exe", Program, RefusalCodes.UnsupportedMediaType },
            { "setup.txt", Program, RefusalCodes.UnsupportedMediaType },
            { "photo.txt", Png, RefusalCodes.UnsupportedMediaType },
            { "photo.docx", Png, RefusalCodes.UnsupportedMediaType },
            { "photo.pdf", Png, RefusalCodes.UnsupportedMediaType },
            { "~$essay.docx", WordFile.Of("Text"), RefusalCodes.UnsupportedMediaType },
            { "essay", "Text"u8.ToArray(), RefusalCodes.UnsupportedMediaType },
            { "essay.doc", OldDoc, RefusalCodes.UnsupportedMediaType },
            { "essay.docx", OldDoc, RefusalCodes.UnsupportedMediaType },
            { "essay.docx", PdfFile.Of("Text"), RefusalCodes.UnsupportedMediaType },
            { "essay.pdf", WordFile.Of("Text"), RefusalCodes.UnsupportedMediaType },
            { "essay.txt", WordFile.Of("Text"), RefusalCodes.UnsupportedMediaType },
            { "macros.docx", ArchiveFile.Of(MacroType), RefusalCodes.UnsupportedMediaType },
            { "macros.docx", ArchiveFile.Of(WordType, ("word/vbaProject.bin", [1])), RefusalCodes.UnsupportedMediaType },
            { "sheet.docx", ArchiveFile.Of(SheetType), RefusalCodes.UnsupportedMediaType },
            { "empty.txt", [], RefusalCodes.EmptyContent },
            { "big.txt", new byte[MaxBytes + 1], RefusalCodes.PayloadTooLarge },
            { " ", "Text"u8.ToArray(), RefusalCodes.ValidationError },
            { new string('a', 497) + ".txt", "Text"u8.ToArray(), RefusalCodes.ValidationError },
        };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_file_of_another_kind_is_refused_with_its_code(string name, byte[] content, string code) =>
        FileSniffer.Examine(name, new MemoryStream(content), MaxBytes).RefusalCode.ShouldBe(code);

    [Fact]
    public void The_kind_follows_from_name_and_content()
    {
        FileSniffer.Examine("a.TXT", new MemoryStream("Text"u8.ToArray()), MaxBytes).ShouldBe(FileVerdict.Accept(FileKind.PlainText));
        FileSniffer.Examine("a.Docx", new MemoryStream(WordFile.Of("Text")), MaxBytes).ShouldBe(FileVerdict.Accept(FileKind.WordDocument));
        FileSniffer.Examine("a.pdf", new MemoryStream(PdfFile.Of("Text")), MaxBytes).ShouldBe(FileVerdict.Accept(FileKind.Pdf));
    }

    [Fact]
    public void A_file_of_exactly_the_limit_is_taken() =>
        FileSniffer
            .Examine("a.txt", new MemoryStream(Encoding.ASCII.GetBytes(new string('a', MaxBytes))), MaxBytes)
            .IsRefused.ShouldBeFalse();

    [Fact]
    public void A_damaged_document_is_taken_so_that_its_failure_is_seen() =>
        FileSniffer.Examine("a.docx", new MemoryStream(WordFile.Of("Text")[..200]), MaxBytes).IsRefused.ShouldBeFalse();
}
