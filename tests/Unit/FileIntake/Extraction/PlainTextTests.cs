using System.Text;
using Phase1.FileIntake.Extraction;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

[Trait("Scenario", "S-301")]
public sealed class PlainTextTests : ExtractionTests
{
    const string Sample = "Måns Ådahl\n\nÅska över sjön – och “ljus” kostar 5 €.";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 without mark", "utf-16", "utf-16BE", "utf-32", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_with_Swedish_letters_and_paragraph_breaks_survives_every_encoding(string name)
    {
        var encoding = name switch
        {
            "utf-8 without mark" => new UTF8Encoding(false),
            "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => Encoding.GetEncoding(name),
        };
        byte[] content = [.. encoding.Preamble, .. encoding.GetBytes(Sample)];

        FileSniffer.Examine("essay.txt", new MemoryStream(content), 1000).IsRefused.ShouldBeFalse();
        var text = await TextOf(FileKind.PlainText, content);

        text.ShouldStartWith("Måns Ådahl\n\nÅska över sjön");
        text.ShouldContain("ljus");
        text.ShouldContain("5 €");
    }

    [Fact]
    public async Task A_text_is_normalised_and_trimmed()
    {
        var text = await TextOf(FileKind.PlainText, Encoding.UTF8.GetBytes("\r\n  Öst\r\n\r\nVa\u0308st \r\n"));

        text.ShouldBe("Öst\n\nVäst");
    }

    [Fact]
    public async Task One_broken_byte_costs_itself_alone_and_is_told()
    {
        var outcome = await Extract(FileKind.PlainText, [.. "Caf"u8, 0xE9, .. " på ön"u8]);

        outcome.Text.ShouldBe("Caf\uFFFD på ön");
        outcome.Note.ShouldBe("Characters that could not be read and were replaced by U+FFFD: 1.");
        (await Extract(FileKind.PlainText, [.. "Café på ön"u8])).Note.ShouldBeNull();
    }
}
