using System.Globalization;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>A name as the rules see it.</summary>
public sealed class PersonNameTests
{
    [Fact]
    public void The_words_of_a_name_are_known_as_written_folded_sorted_and_joined()
    {
        var tokens = NameTokens.Of("måns-å o'dell b af", []);

        tokens.Written.ShouldBe(["måns", "å", "o'dell", "b", "af"]);
        tokens.Folded.ShouldBe(["mans", "a", "o'dell", "b", "af"]);
        tokens.Sorted.ShouldBe(["af", "b", "måns", "o'dell", "å"]);
        tokens.SortedFolded.ShouldBe(["a", "af", "b", "mans", "o'dell"]);
        tokens.Core.ShouldBe(["a", "b", "mans", "o'dell"]);
        tokens.Initials.ShouldBe(["a", "b"]);
        tokens.Joined.ShouldBe("mansaodellbaf");
        tokens.Marks.ShouldBe(Tokens.Marks(["mans", "a", "o'dell", "b", "af"]));
    }

    [Fact]
    public void A_particle_that_is_a_name_of_the_students_own_belongs_to_the_core()
    {
        NameTokens.Of("ben af ek", ["ben"]).Core.ShouldBe(["ben", "ek"]);
        NameTokens.Of("ben af ek", []).CoreFor(["af"]).ShouldBe(["af", "ek"]);
        NameTokens.Of(["ben", "ek"]).Core.ShouldBe(["ek"]);
    }

    [Theory]
    [InlineData("Tove K. Ek", true)]
    [InlineData("Tove Karin K Ek", true)]
    [InlineData("Tove K. Karin Ek", true)]
    [InlineData("T. K. E.", true)]
    [InlineData("Tove Karin Ek", false)]
    [InlineData("K. Tove Ek", false)]
    [InlineData("Tove Ek K.", false)]
    [InlineData("Tove K.", false)]
    [InlineData("K.", false)]
    [InlineData("K. E.", false)]
    public void A_single_letter_between_others_is_a_middle_initial(string name, bool hasMiddleInitials) =>
        new PersonName(name, NameSource.Label).HasMiddleInitials.ShouldBe(hasMiddleInitials);

    [Theory]
    [InlineData((int)NameSource.Label, false)]
    [InlineData((int)NameSource.DateLine, false)]
    [InlineData((int)NameSource.FirstLine, false)]
    [InlineData((int)NameSource.HeaderLine, false)]
    [InlineData((int)NameSource.NearEmail, false)]
    [InlineData((int)NameSource.EmailLocalPart, true)]
    [InlineData((int)NameSource.Salutation, true)]
    [InlineData((int)NameSource.FileName, false)]
    public void A_name_of_somebody_greeted_or_of_an_address_is_indirect(int source, bool isIndirect) =>
        new PersonName("Tove Ek", (NameSource)source).IsIndirect.ShouldBe(isIndirect);

    [Fact]
    public void A_name_is_kept_as_found_and_spelt_once_for_the_comparison()
    {
        PersonName name = new("Tove  EK.", NameSource.Label);

        (name.Text, name.Form, name.Source).ShouldBe(("Tove  EK.", "tove ek", NameSource.Label));
        name.Spelling[SpellingStyle.None].Text.ShouldBe("tove ek");
        name.Spelling.ShouldBeSameAs(name.Spelling);
    }

    [Theory]
    [InlineData("Carl Anna Berg", "Anna Berg Carl", 1)]
    [InlineData("Anna Berg Carl", "Carl Anna Berg", 1)]
    [InlineData("Berg Carl Anna", "Carl Anna Berg", 1)]
    [InlineData("Lo-Bo Ek Al", "Al Bo Ek Lo", 1)]
    [InlineData("Al Bo Ek Lo", "Lo-Bo Ek Al", 1)]
    [InlineData("Lo-Bo Öm Ek", "Lo Bo Om Ek", 0.98)]
    [InlineData("Ås Öm Ek", "Om As Ek", 0.98)]
    [InlineData("Om As Ek", "Ås Öm Ek", 0.98)]
    [InlineData("Tove Eva", "Lisa Bo", 0)]
    public void Names_are_compared_in_any_order_and_with_or_without_hyphens_and_accents(string found, string legal, double similarity)
    {
        var student = Roster.Read([new RosterStudent("p", "Xx", "Yy", legal)]).Entries[0];

        Similarity.OfNames(new PersonName(found, NameSource.Label), student, 0.02m, 0.60m).ShouldBe((decimal)similarity);
    }

    [Theory]
    [InlineData("0.1234565", "0.123457")]
    [InlineData("0.1234575", "0.123458")]
    [InlineData("0.12345649", "0.123456")]
    [InlineData("0.7200000", "0.72")]
    public void A_confidence_has_six_decimals_half_away_from_zero(string computed, string rounded) =>
        Evidence.Round(decimal.Parse(computed)).ToString(CultureInfo.InvariantCulture).ShouldBe(rounded);
}
