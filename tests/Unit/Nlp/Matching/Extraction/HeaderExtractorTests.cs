using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Names on the first lines, and where they were found.</summary>
public sealed class HeaderExtractorTests
{
    [Theory]
    [InlineData("Tove Ek", (int)NameSource.FirstLine)]
    [InlineData("\n\nTove Ek", (int)NameSource.FirstLine)]
    [InlineData("Kurs: x\nTove Ek", (int)NameSource.FirstLine)]
    [InlineData("Namn: 1\nTove Ek", (int)NameSource.FirstLine)]
    [InlineData("En titel\nTove Ek", (int)NameSource.HeaderLine)]
    [InlineData("Vem är det?\nTove Ek", (int)NameSource.HeaderLine)]
    [InlineData("Dear Bo Lo,\nTove Ek", (int)NameSource.HeaderLine)]
    [InlineData("Tove Ek 260211", (int)NameSource.DateLine)]
    [InlineData("En titel\nTove Ek 260211", (int)NameSource.DateLine)]
    [InlineData("Tove Ek a@b.se", (int)NameSource.FirstLine)]
    public void The_place_of_a_name_is_known(string text, int source)
    {
        var name = Read(text).Names.ShouldHaveSingleItem();

        (name.Text, name.Source).ShouldBe(("Tove Ek", (NameSource)source));
    }

    [Theory]
    [InlineData("en\ntvå\ntre\nfyra\nTove Ek", "Tove Ek")]
    [InlineData("en\ntvå\ntre\nfyra\nfem\nTove Ek", "")]
    [InlineData("Hej Bo!\nHej Bo!\nHej Bo!\nHej Bo!\nHej Bo!\nTove Ek", "")]
    [InlineData("Vem?\ntvå\ntre\nfyra\nTove Ek", "Tove Ek")]
    [InlineData("Vem?\ntvå\ntre\nfyra\nfem\nTove Ek", "")]
    [InlineData("Vem?\nVad?\nTove Ek", "")]
    [InlineData("!Vem är det?\nTove Ek", "")]
    [InlineData("By\nTove Ek", "Tove Ek")]
    public void Five_lines_are_read(string text, string names) => Read(text).Names.Said().ShouldBe(names);

    [Theory]
    [InlineData(60, "Tove Ek")]
    [InlineData(61, "")]
    public void A_question_of_sixty_characters_is_a_title(int length, string names) =>
        Read($"{new string('x', length - 1)}?\nTove Ek").Names.Said().ShouldBe(names);

    [Theory]
    [InlineData("\"Det regnade.\"")]
    [InlineData("Det 'regnade.'")]
    [InlineData("(Det regnade.)")]
    [InlineData("[Det regnade.]")]
    [InlineData("{Det regnade.}")]
    [InlineData("»Det regnade.»")]
    [InlineData("”Det regnade.”")]
    [InlineData("Det regnade …")]
    [InlineData("Det regnade !")]
    public void A_sentence_ends_the_header_whatever_closes_it(string sentence) => Read($"{sentence}\nTove Ek").Names.ShouldBeEmpty();

    [Theory]
    [InlineData("Det regnade, sade J.R.")]
    [InlineData("Det regnade, blåste, snöade den 11 februari.")]
    [InlineData("\"")]
    public void An_initial_a_date_or_mere_punctuation_does_not(string line) => Read($"{line}\nTove Ek").Names.Said().ShouldBe("Tove Ek");

    [Theory]
    [InlineData("Dear Bo Lo,", "Bo Lo")]
    [InlineData("Hej Bo!", "")]
    [InlineData("Till Bo Lo a@b.se", "Bo Lo")]
    public void Greeted_persons_are_kept_for_the_step_that_reads_them(string line, string addressee)
    {
        var reading = Read(line);

        reading.Names.ShouldBeEmpty();
        reading.Addressees.ShouldBe([addressee]);
    }

    [Fact]
    public void Several_authors_are_noted()
    {
        Read("Tove Ek och Bo Lo").HasSeveralAuthors.ShouldBeTrue();
        Read("Tove Ek och Bo Lo\nen titel").HasSeveralAuthors.ShouldBeTrue();
        Read("Tove Ek").HasSeveralAuthors.ShouldBeFalse();
    }

    static EssayReading Read(string text) => ReadBy.Steps(text, new HeaderExtractor());
}
