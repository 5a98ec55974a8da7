using Phase1.Matching;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>Which tokens of a name count beside a student, and which students a rule is asked about.</summary>
public sealed class NamePairTests
{
    static readonly RosterStudent Priya = new("p", "Priya", "Raman", "Priya Lakshmi Devi Raman");

    [Theory]
    [InlineData("Priya L. Raman", "priya raman")]
    [InlineData("Priya D. Raman", "priya raman")]
    [InlineData("Priya L. D. Raman", "priya raman")]
    [InlineData("Priya K. Raman", "priya k raman")]
    [InlineData("Priya K. L. Raman", "priya k raman")]
    [InlineData("L. D. Raman", "l raman")]
    [InlineData("Priya L. D.", "priya d")]
    [InlineData("Priya La Raman", "priya la raman")]
    public void A_middle_initial_is_dropped_that_begins_one_of_the_further_names(string name, string tokens) =>
        Written(name, Priya).ShouldBe(tokens);

    [Theory]
    [InlineData("Tove", null, "tove hallgren")]
    [InlineData("Tove K", null, "tove k hallgren")]
    [InlineData("Tove", "Tove Ingrid Hallgren", "tove k hallgren")]
    [InlineData("Tove", "Tove Karin Hallgren", "tove hallgren")]
    public void A_middle_initial_agrees_when_nothing_is_known_unless_it_is_a_name_of_the_students_own(
        string first,
        string? legal,
        string tokens
    ) => Written("Tove K. Hallgren", new RosterStudent("p", first, "Hallgren", legal)).ShouldBe(tokens);

    [Fact]
    public void A_rule_that_needs_a_word_in_common_is_not_asked_about_a_student_without_one()
    {
        Recorder needs = new();
        RecorderOfAll needsNot = new();
        NameMatcher matcher = new(new MatchingThresholds(), [needs, needsNot]);

        matcher.Match(
            new PersonName("Tove Raman", NameSource.Label),
            Roster.Read([new("p1", "Tove", "Hallgren"), Priya with { StudentId = "p2" }, new("p3", "Malte", "Nyqvist")])
        );

        needs.Asked.ShouldBe(["p1", "p2"]);
        needsNot.Asked.ShouldBe(["p1", "p2", "p3"]);
    }

    [Fact]
    public void A_name_without_initials_that_agree_keeps_its_tokens()
    {
        PersonName name = new("Priya K. Raman", NameSource.Label);

        new NamePair(name, Roster.Read([Priya]).Entries[0]).Tokens.ShouldBeSameAs(name.Tokens);
    }

    static string Written(string name, RosterStudent student) =>
        string.Join(' ', new NamePair(new PersonName(name, NameSource.Label), Roster.Read([student]).Entries[0]).Tokens.Written);

    class Recorder : NameRule
    {
        public List<string> Asked { get; } = [];

        public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
        {
            Asked.Add(pair.Student.StudentId);
            return null;
        }
    }

    sealed class RecorderOfAll : Recorder
    {
        public override bool NeedsSharedPart => false;
    }
}
