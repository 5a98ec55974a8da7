using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>What one name says about each student of a class.</summary>
public sealed class NameMatcherTests
{
    [Fact]
    public void Initials_that_fit_two_students_are_worth_less_and_other_evidence_beside_them_is_not()
    {
        Say("M. Nyqvist", NameSource.Label, "Malte Nyqvist").ShouldBe(["p0 name_initials 0.65 -"]);
        Say("M. Nyqvist", NameSource.Label, "Malte Nyqvist", "Malin Nyqvist", "M Nyqvist")
            .ShouldBe(["p0 name_initials 0.55 -", "p1 name_initials 0.55 -", "p2 name_exact 0.95 +"]);
        Say("M. Nyqvist", NameSource.Label, "M Nyqvist", "Malin Nyqvist").ShouldBe(["p0 name_exact 0.95 +", "p1 name_initials 0.65 -"]);
    }

    [Fact]
    public void A_student_who_is_far_from_the_name_costs_no_memory()
    {
        const int students = 400;
        var strangers = ClassOf([.. Enumerable.Repeat("Bobbo Fobb", students)]);
        PersonName name = new("Quentin Varga", NameSource.Label);
        // What a name is compared by is made once, when it is asked for.
        Matcher().Match(name, strangers).ShouldBeEmpty();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Matcher().Match(name, strangers);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(students * 8);
    }

    [Fact]
    public void One_word_may_name_a_student_of_two() => Say("Annalisa", NameSource.Label, "Anna Lisa").ShouldBe(["p0 name_folded 0.9 -"]);

    [Theory]
    [InlineData((int)NameSource.Label, "p0 name_exact 0.95 +")]
    [InlineData((int)NameSource.FileName, "p0 name_exact 0.95 +")]
    [InlineData((int)NameSource.Salutation, "p0 salutation 0.65 -")]
    [InlineData((int)NameSource.EmailLocalPart, "p0 email_local_part 0.65 -")]
    public void A_name_of_somebody_greeted_or_of_an_address_is_worth_little(int source, string said) =>
        Say("Tove Ek", (NameSource)source, "Tove Ek", "Bo Lo").ShouldBe([said]);

    [Fact]
    public void What_is_worth_less_anyway_stays_so()
    {
        Say("M. Nyqvist", NameSource.Salutation, "Malte Nyqvist", "Malin Nyqvist")
            .ShouldBe(["p0 salutation 0.55 -", "p1 salutation 0.55 -"]);
        Say("Tov Ekk", NameSource.Salutation, "Tove Hallek").ShouldBe(["p0 salutation 0.5 -"]);
    }

    [Fact]
    public void A_doubt_remains_with_a_name_of_little_worth()
    {
        var claims = Matcher()
            .Match(new PersonName("Tove Sigrid Hallgren", NameSource.Salutation), Of("Tove Hallgren", "Tove Ingrid Hallgren"));

        claims.ShouldHaveSingleItem().Evidence.Doubts.ShouldBe(Doubts.MiddleNameConflict);
    }

    [Theory]
    [InlineData("ek tove", "p0 file_name 0.55 -")]
    [InlineData("tove af ek", "p0 file_name 0.55 -")]
    [InlineData("tove bo ek", "p0 file_name 0.55 -")]
    [InlineData("tove", "")]
    [InlineData("t ek", "")]
    public void A_file_name_speaks_for_those_it_names_in_full(string name, string said) =>
        string.Join('|', Matcher().MatchFileName(name.Split(' '), Of("Tove Ek", null)).SelectMany(claims => claims).Select(Describe))
            .ShouldBe(said);

    static IEnumerable<string> Say(string name, NameSource source, params string[] students) =>
        Matcher().Match(new PersonName(name, source), ClassOf(students)).Select(Describe);

    static Roster ClassOf(params string[] students) =>
        Roster.Read([.. students.Select((student, i) => new RosterStudent($"p{i}", student.Split(' ')[0], student.Split(' ')[1]))]);

    static string Describe(NameClaim claim) =>
        FormattableString.Invariant(
            $"{claim.Student.StudentId} {claim.Evidence.Kind.Code()} {claim.Evidence.Confidence:0.######} {(claim.Evidence.MayConfirm ? '+' : '-')}"
        );

    static Roster Of(string name, string? legal) => Roster.Read([new("p0", name.Split(' ')[0], name.Split(' ')[1], legal)]);

    static NameMatcher Matcher() => new(new MatchingThresholds());
}
