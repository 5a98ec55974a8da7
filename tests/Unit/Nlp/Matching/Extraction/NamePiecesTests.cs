using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>The names in one piece of a line.</summary>
public sealed class NamePiecesTests
{
    [Theory]
    [InlineData("T", "")]
    [InlineData("Al", "")]
    [InlineData("Tov", "Tov")]
    [InlineData("- Tove Hallgren -", "Tove Hallgren")]
    [InlineData("Mr Tove", "Tove")]
    [InlineData("Mr", "")]
    [InlineData("Mr , Tove", "Tove")]
    [InlineData("Ek -, Ana Lucía", "Ana Lucía Ek -")]
    [InlineData("Hallgren, Tove", "Tove Hallgren")]
    [InlineData("Hallgren Ek, Tove", "Tove Hallgren Ek")]
    [InlineData("Hallgren, Tove Ingrid", "Tove Ingrid Hallgren")]
    [InlineData("Tove Ek, Priya Raman", "Tove Ek|Priya Raman")]
    [InlineData("de la Cruz, Ana Lucía", "Ana Lucía de la Cruz")]
    [InlineData("de la Cruz Ek, Ana Lucía", "de la Cruz Ek|Ana Lucía")]
    [InlineData("la, Ana Lucía", "Ana Lucía la")]
    [InlineData("Ek - Berg, Ana Lucía", "Ek - Berg|Ana Lucía")]
    public void A_piece_holds_a_name_a_surname_before_a_comma_or_two_names(string piece, string names)
    {
        var found = Labelled(piece);

        string.Join('|', found.Names).ShouldBe(names);
        found.HasSeveralAuthors.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Tove och Priya Raman", "Tove Raman|Priya Raman")]
    [InlineData("Tove och Måns af Ekenstam", "Tove af Ekenstam|Måns af Ekenstam")]
    [InlineData("Tove och de la Cruz", "Tove la Cruz|de la Cruz")]
    [InlineData("Tove och af Ek", "Tove Ek|af Ek")]
    [InlineData("Tove och Hallgren, Priya", "Tove Hallgren|Priya Hallgren")]
    [InlineData("Hallgren, Tove och Raman, Priya", "Tove Hallgren|Priya Raman")]
    [InlineData("Tove Ek, Bo Lo/Priya Raman", "Tove Ek|Bo Lo|Priya Raman")]
    [InlineData("Tove&Priya+Ana;Lo Ek", "Tove Ek|Priya Ek|Ana Ek|Lo Ek")]
    [InlineData("Bo/A Ek", "Bo Ek|A Ek")]
    [InlineData("Bo och Mr , Tove Ek", "Bo Ek|Tove Ek")]
    [InlineData("Mr Tove and Mrs Priya Raman", "Tove Raman|Priya Raman")]
    [InlineData("Tove Ek och och Priya Raman", "Tove Ek|Priya Raman")]
    public void Names_with_a_joint_are_several_and_share_the_last_surname(string piece, string names)
    {
        var found = Labelled(piece);

        string.Join('|', found.Names).ShouldBe(names);
        found.HasSeveralAuthors.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Tove och Priya")]
    [InlineData("T1ove och Priya Raman")]
    [InlineData("Tove och Priya R@man")]
    [InlineData("Tove och Mr Raman")]
    [InlineData("och / &")]
    public void One_part_that_is_no_name_spoils_the_others(string piece)
    {
        var found = Labelled(piece);

        found.Names.ShouldBeEmpty();
        found.HasSeveralAuthors.ShouldBeFalse();
    }

    [Fact]
    public void One_author_with_a_joint_at_an_end_is_one()
    {
        Labelled("och Tove Hallgren").Names.ShouldBe(["Tove Hallgren"]);
        Labelled("Tove Hallgren och").HasSeveralAuthors.ShouldBeFalse();
    }

    [Fact]
    public void A_piece_of_more_than_two_hundred_characters_is_not_read()
    {
        var four = string.Join(" och ", Enumerable.Repeat("Tove Abcdefghijklmnopqrstuvwxyzabcdefghijklmno", 4));
        var piece = four.PadLeft(200, 'X');

        Labelled(piece).Names.Count.ShouldBe(4);
        Labelled("X" + piece).Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Boken Hallgren", true, 1)]
    [InlineData("Boken Hallgren", false, 0)]
    [InlineData("Tove och Boken Hallgren", true, 2)]
    [InlineData("Tove och Boken Hallgren", false, 0)]
    public void Without_a_date_words_of_titles_stop_a_name(string piece, bool hasDate, int names) =>
        new NamePieces(NameShape.Unlabelled).Read(piece, hasDate).Names.Count.ShouldBe(names);

    static NamePieces.Found Labelled(string piece) => new NamePieces(NameShape.Labelled).Read(piece, hasDate: false);
}
