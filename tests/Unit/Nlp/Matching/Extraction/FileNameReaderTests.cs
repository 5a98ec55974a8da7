using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Names in file names.</summary>
public sealed class FileNameReaderTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("tove", null)]
    [InlineData("tove ek", "tove ek")]
    [InlineData("tove-ek", "tove-ek")]
    [InlineData("tove_ek.a", "tove ek")]
    [InlineData("tove_ek.b", "tove ek")]
    [InlineData("tove_ek.bbbbb", "tove ek")]
    [InlineData("tove_ek.bbbbbb", "tove ek bbbbbb")]
    [InlineData("tove_ek.d0cx5", "tove ek")]
    [InlineData("tove_ek.bö", "tove ek bö")]
    [InlineData(".AbCd", "Ab Cd")]
    [InlineData("tove.hallgren", "tove hallgren")]
    [InlineData("bo.tove_ek", "bo tove ek")]
    [InlineData("bo.ekar lo", "bo ekar lo")]
    [InlineData("tove_ek.", "tove ek")]
    [InlineData(".tove ek", "tove ek")]
    [InlineData(".tove", null)]
    [InlineData("tove ek.Docx", "tove ek")]
    [InlineData("bo.åäö", "bo åäö")]
    [InlineData("ToveEk", "Tove Ek")]
    [InlineData("TOVEek", null)]
    [InlineData("TOVEEK", null)]
    [InlineData("Tove1Ek", null)]
    [InlineData("tove+ek(bo)[lo]{al},ann", "tove ek bo lo al ann")]
    [InlineData("tove 12 9c ek", "tove ek")]
    [InlineData("tove-12-ek bo-final", "tove-ek bo")]
    [InlineData("tove & ek", "tove ek")]
    [InlineData("tove och bo", "tove bo")]
    [InlineData("uppsats final", null)]
    [InlineData("a b c d e f g h", "b c d e f g h")]
    [InlineData("b c d e f g h j", "b c d e f g h j")]
    [InlineData("b c d e f g h j k", null)]
    public void A_file_name_of_two_to_eight_words_is_a_name(string fileName, string? name) =>
        FileNameReader.NameIn(fileName).ShouldBe(name);

    [Theory]
    [InlineData("word google docs docx pdf txt")]
    [InlineData("namnlös untitled klar färdig rättad")]
    [InlineData("engelska svenska english swedish")]
    public void Words_of_files_are_no_names(string words)
    {
        foreach (var word in words.Split(' '))
        {
            FileNameReader.NameIn($"tove {word} ek").ShouldBe("tove ek");
            FileNameReader.NameIn($"tove {word}en ek").ShouldBe($"tove {word}en ek");
        }
    }

    [Fact]
    public void The_name_is_kept_apart_from_those_of_the_text()
    {
        EssayReading reading = new(new EssayText("e1", "tove\nek.docx", null), _ => false);

        new FileNameReader().Read(reading);

        reading.Names.ShouldBeEmpty();
        reading.FileNames.ShouldHaveSingleItem().Source.ShouldBe(NameSource.FileName);
        reading.FileNames.Said().ShouldBe("tove ek");
        reading.Text.ShouldBeEmpty();
    }
}
