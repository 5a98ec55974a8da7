using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>What becomes of the entries of a roster.</summary>
public sealed class RosterReadingTests
{
    [Fact]
    public void Entries_stand_by_their_ids_whatever_the_given_order()
    {
        var roster = Roster.Read([new("p2", "Tove", "Hallgren"), new("p10", "Priya", "Raman"), new("P3", "Malte", "Nyqvist")]);

        roster.Entries.Select(entry => (entry.StudentId, entry.Index)).ShouldBe([("P3", 0), ("p10", 1), ("p2", 2)]);
        roster.Warnings.ShouldBeEmpty();
        roster.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void What_is_left_out_is_named_by_its_position_and_reason()
    {
        var roster = Roster.Read([
            new("p1", "UNKNOWN", "STUDENT", IsPlaceholder: true),
            new("p2", "UNKNOWN", "STUDENT", null, "unknown.1@students.invalid"),
            new("p3", " ", null, "Tove Hallgren"),
            new("p4", "Tove", "Hallgren"),
            new("p4", "Priya", "Raman"),
        ]);

        roster
            .Warnings.Select(warning => (warning.Code, warning.Path))
            .ShouldBe([
                ("PLACEHOLDER", "roster[0]"),
                ("PLACEHOLDER", "roster[1]"),
                ("EMPTY_NAME", "roster[2]"),
                ("DOUBLED_ID", "roster[4]"),
            ]);
        roster.Entries.ShouldHaveSingleItem().Given.ShouldBe(["tove"]);
        Roster.Read([]).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void One_name_is_enough()
    {
        Roster.Read([new("p1", "Tove", "")]).Entries.ShouldHaveSingleItem().Surname.ShouldBeEmpty();
        Roster.Read([new("p1", null, "Hallgren")]).Entries.ShouldHaveSingleItem().Given.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Måns", "af Ekenstam", "Måns Viktor af Ekenstam", "mans", "ekenstam", "viktor", "viktor")]
    [InlineData("Siri-Lo", "Wikander", null, "siri lo", "wikander", "", "lo")]
    [InlineData("Bea", "Ek", "Beatrice Maria Ek", "bea", "ek", "beatrice maria", "beatrice maria")]
    [InlineData("Minh", "Le", null, "minh", "le", "", "")]
    [InlineData("Ben", "de la Cruz", null, "ben", "cruz", "", "")]
    public void A_student_has_given_names_surname_and_what_the_legal_name_adds(
        string first,
        string last,
        string? legal,
        string given,
        string surname,
        string further,
        string furtherGiven
    )
    {
        var entry = Roster.Read([new("p1", first, last, legal)]).Entries[0];

        string.Join(' ', entry.Given).ShouldBe(given);
        string.Join(' ', entry.Surname).ShouldBe(surname);
        string.Join(' ', entry.FurtherNames).ShouldBe(further);
        string.Join(' ', entry.FurtherGivenNames).ShouldBe(furtherGiven);
    }

    [Fact]
    public void A_surname_of_particles_alone_and_given_names_like_particles_are_names()
    {
        Roster.Read([new("p1", "Minh", "Le")]).Entries[0].ParticlesOfOwn.ShouldBe(["le"]);
        Roster.Read([new("p1", "Ben", "de la Cruz")]).Entries[0].ParticlesOfOwn.ShouldBe(["ben"]);
        Roster.Read([new("p1", "Måns", "af Ekenstam")]).Entries[0].ParticlesOfOwn.ShouldBeEmpty();
    }

    [Fact]
    public void Without_a_legal_name_the_called_one_is_it_and_otherwise_the_words_of_both_leave_their_mark()
    {
        var (called, both) = (Read("Bea", "Ek", null), Read("Bea", "Ek", "Beatrice Ek"));

        called.Legal.ShouldBeSameAs(called.Called);
        both.Legal.Written.ShouldBe(["beatrice", "ek"]);
        both.Marks.ShouldBe(Tokens.Marks(["bea", "beatrice", "ek"]));

        static RosterEntry Read(string first, string last, string? legal) =>
            Roster.Read([new("p1", first, last, legal)]).Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public void Line_breaks_in_a_name_are_blanks() =>
        Roster.Read([new("p1", "Tove\nIngrid", "Hallgren")]).Entries[0].Given.ShouldBe(["tove", "ingrid"]);

    [Theory]
    [InlineData("tove@norrvik.example", true)]
    [InlineData(" Tove@Norrvik.example ", true)]
    [InlineData("@norrvik.example", false)]
    [InlineData("tove@", false)]
    [InlineData("tove", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_of_a_roster_needs_something_on_both_sides(string? address, bool counts) =>
        (Roster.Read([new("p1", "Tove", "Hallgren", null, address)]).Entries[0].Address is not null).ShouldBe(counts);

    [Fact]
    public void A_name_is_written_once_for_each_order_that_differs()
    {
        Roster.Read([new("p1", "Tove", "Hallgren", "Tove Hallgren")]).Entries[0].Spellings.Length.ShouldBe(2);
        Roster.Read([new("p1", "Tove", "Hallgren", "Tove Ingrid Hallgren")]).Entries[0].Spellings.Length.ShouldBe(3);
        Roster.Read([new("p1", "Tove", "")]).Entries[0].Spellings.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("Siri-Lo Öberg", SpellingWords.Both)]
    [InlineData("Siri-Lo Berg", SpellingWords.Hyphens)]
    [InlineData("Siri Öberg", SpellingWords.Folded)]
    [InlineData("Siri Berg", SpellingWords.None)]
    public void Only_what_a_style_changes_is_written_anew(string name, string changing)
    {
        NameSpelling spelling = new(name);

        spelling.Changing.ToString().ShouldBe(changing);
        ReferenceEquals(spelling[SpellingStyle.None], spelling[SpellingStyle.Folded])
            .ShouldBe(!changing.Contains("Folded", StringComparison.Ordinal));
        ReferenceEquals(spelling[SpellingStyle.None], spelling[SpellingStyle.HyphensAsBlanks])
            .ShouldBe(!changing.Contains("Hyphens", StringComparison.Ordinal));
    }

    [Fact]
    public void The_sorted_writing_has_the_words_in_order()
    {
        new NameSpelling("siri-lo öberg ek")[SpellingStyle.SortedTokens].Text.ShouldBe("ek siri-lo öberg");
        new NameSpelling("siri-lo öberg ek")[SpellingStyle.SortedTokens | SpellingStyle.HyphensAsBlanks | SpellingStyle.Folded]
            .Text.ShouldBe("ek lo oberg siri");
        NameSpelling sorted = new("ek öberg");
        sorted[SpellingStyle.SortedTokens].ShouldBeSameAs(sorted[SpellingStyle.None]);
    }

    static class SpellingWords
    {
        public const string None = "None";
        public const string Hyphens = "HyphensAsBlanks";
        public const string Folded = "Folded";
        public const string Both = "HyphensAsBlanks, Folded";
    }
}
