using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>The words of file names.</summary>
public sealed class FileNameReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("tove_ek-lo.docx", "tove|ek|lo|docx")]
    [InlineData("ToveEk", "Tove|Ek")]
    [InlineData("TOVEek", "TOVEek")]
    [InlineData("tove+ek(bo)[lo]{al},ann@x#y=z~q", "tove|ek|bo|lo|al|ann|x|y|z|q")]
    [InlineData("O'Dell 12 9c", "O'Dell|12|9c")]
    [InlineData("Gal·la_レオ・ディ", "Gal·la|レオ|ディ")]
    [InlineData("राम_𐐀x", "राम|𐐀x")]
    public void A_file_name_is_split_at_everything_but_letters_digits_and_what_joins_them(string fileName, string words) =>
        string.Join('|', FileNameReader.WordsIn(fileName)).ShouldBe(words);

    [Fact]
    public void Sixty_words_are_read() => FileNameReader.WordsIn(string.Concat(Enumerable.Repeat("a ", 61))).Length.ShouldBe(60);

    [Fact]
    public void The_words_are_kept_apart_from_the_names_of_the_text()
    {
        EssayReading reading = new(new EssayText("e1", "tove\nek.docx", null), _ => false);

        new FileNameReader().Read(reading);

        reading.Names.ShouldBeEmpty();
        reading.FileWords.ShouldBe(["tove", "ek", "docx"]);
        reading.Text.ShouldBeEmpty();
    }
}
