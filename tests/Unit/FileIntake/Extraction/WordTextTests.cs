using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using RunText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

[Trait("Scenario", "S-301")]
public sealed class WordTextTests : ExtractionTests
{
    [Fact]
    public async Task The_page_header_comes_first_and_empty_paragraphs_stay_as_empty_lines()
    {
        var body = new OpenXmlElement[] { WordFile.ParagraphOf("En åska"), new Paragraph(), WordFile.ParagraphOf("Över sjön.") };

        var text = await TextOf(FileKind.WordDocument, WordFile.With("Siv Ödman 2026-02-11", body));

        text.ShouldBe("Siv Ödman 2026-02-11\nEn åska\n\nÖver sjön.");
    }

    [Fact]
    public async Task A_row_of_a_table_is_one_line_with_tabs_between_its_cells()
    {
        var table = WordFile.TableOf(["Namn:", "Siv Ödman"], ["Kurs:", "Sv 2"]);

        var text = await TextOf(FileKind.WordDocument, WordFile.With(null, [table, WordFile.ParagraphOf("Text.")]));

        text.ShouldBe("Namn:\tSiv Ödman\nKurs:\tSv 2\nText.");
    }

    [Fact]
    public async Task Runs_join_without_losing_a_blank_between_them()
    {
        var paragraph = WordFile.ParagraphOf("Si", "v", " ", "Ödman");
        paragraph.Append(new Run(new NoBreakHyphen(), new RunText("Berg"), new Break(), new RunText("Ny rad")));

        var text = await TextOf(FileKind.WordDocument, WordFile.With(null, [paragraph]));

        text.ShouldBe("Siv Ödman-Berg\nNy rad");
    }

    [Fact]
    public async Task Deleted_and_moved_text_is_left_out_and_inserted_text_stays()
    {
        var paragraph = WordFile.ParagraphOf("Kvar ");
        paragraph.Append(
            new DeletedRun(new Run(new DeletedText("struket "))) { Author = "x" },
            new MoveFromRun(new Run(new RunText("flyttat "))) { Author = "x" },
            new InsertedRun(new Run(new RunText("tillagt"))) { Author = "x" }
        );

        (await TextOf(FileKind.WordDocument, WordFile.With(null, [paragraph]))).ShouldBe("Kvar tillagt");
    }

    [Fact]
    public async Task A_link_that_is_no_address_does_not_spoil_the_document()
    {
        var content = WordFile.Of("Texten finns kvar.");
        var damaged = WordFile.WithLink(content, "http://[siv@skola");

        (await TextOf(FileKind.WordDocument, damaged)).ShouldBe("Texten finns kvar.");
    }

    [Fact]
    public async Task A_document_without_text_is_empty_content() =>
        (await FailureOf(FileKind.WordDocument, WordFile.Of("", " "))).ShouldBe(ValidationErrorCode.EmptyContent);

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_damaged_document_fails_as_unreadable()
    {
        var whole = WordFile.Of("Text");

        (await FailureOf(FileKind.WordDocument, whole[..(whole.Length / 2)])).ShouldBe(ValidationErrorCode.TextExtractionFailed);
        (await FailureOf(FileKind.WordDocument, ArchiveFile.Bomb(10))).ShouldBe(ValidationErrorCode.TextExtractionFailed);
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_zip_bomb_fails_while_it_unpacks()
    {
        Limits.MaxExpandedBytes = 1_000_000;

        var outcome = await Extract(FileKind.WordDocument, ArchiveFile.Bomb(20_000_000));

        outcome.ErrorCode.ShouldBe(ValidationErrorCode.TextExtractionFailed);
        outcome.ErrorMessage.ShouldBe("The file unpacks to more than is allowed.");
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task An_encrypted_document_is_recognised_by_its_container()
    {
        byte[] content =
        [
            0xD0,
            0xCF,
            0x11,
            0xE0,
            0xA1,
            0xB1,
            0x1A,
            0xE1,
            .. new byte[504],
            .. Encoding.Unicode.GetBytes("EncryptedPackage"),
        ];

        FileSniffer.Examine("secret.docx", new MemoryStream(content), 10_000).IsRefused.ShouldBeFalse();
        (await FailureOf(FileKind.WordDocument, content)).ShouldBe(ValidationErrorCode.EncryptedFileUnsupported);
    }
}
