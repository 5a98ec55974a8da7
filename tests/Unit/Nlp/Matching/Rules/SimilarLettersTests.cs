using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class SimilarLettersTests
{
    static readonly SimilarLetters Rule = new();

    [Theory]
    [InlineData("Tove Halgren", "name_fuzzy 0.72 +")]
    [InlineData("Hallgren Tov", "name_fuzzy 0.72 +")]
    [InlineData("Tove Ingrid Hallgrenn", "name_fuzzy 0.731707 +")]
    [InlineData("Tov Halgre", "name_fuzzy 0.652174 -")]
    public void A_slip_of_the_pen_is_the_student_as_far_as_the_letters_agree(string name, string said) =>
        Rule.Say(name, RuleCase.Tove).ShouldBe(said);

    [Fact]
    public void The_least_similarity_counts_and_anything_below_it_is_a_near_miss()
    {
        RosterStudent student = new("p", "Aaaa", "Bbbbb");

        Rule.Say("Aaaa Bcccc", student).ShouldBe("name_fuzzy 0.45 -");
        Rule.Say("Aaaa Ccccc", student).ShouldBe("none");
    }

    [Fact]
    public void A_likeness_without_accents_is_worth_a_little_less() =>
        Rule.Say("Orjan Fagerskol", new RosterStudent("p", "Örjan", "Fägersköld")).ShouldBe("name_fuzzy 0.710806 +");

    [Theory]
    [InlineData((int)NameSource.Label, true)]
    [InlineData((int)NameSource.DateLine, true)]
    [InlineData((int)NameSource.FirstLine, true)]
    [InlineData((int)NameSource.HeaderLine, false)]
    [InlineData((int)NameSource.NearEmail, false)]
    public void A_likeness_from_a_weak_place_is_for_a_person_to_judge(int source, bool mayConfirm) =>
        Rule.Judge("Tove Halgren", RuleCase.Tove, (NameSource)source)!.Value.MayConfirm.ShouldBe(mayConfirm);

    [Fact]
    public void A_further_word_contradicts_further_given_names()
    {
        var conflict = Rule.Judge("Tove Sigrid Hallgren", RuleCase.Tove)!.Value;

        (conflict.MayConfirm, conflict.Doubts).ShouldBe((false, Doubts.MiddleNameConflict));
    }

    [Theory]
    [InlineData("Tove Ingrid Halgren", true)]
    [InlineData("Tovee Hallgrenn", true)]
    [InlineData("Tove Anna Hallgrem", false)]
    public void A_word_that_is_only_misspelt_or_a_student_without_further_names_is_a_near_miss_of_that(string name, bool hasLegalName) =>
        Rule.Judge(name, hasLegalName ? RuleCase.Tove : RuleCase.Tove with { FullLegalName = null })!.Value.Doubts.ShouldBe(Doubts.None);

    [Fact]
    public void Nobody_needs_a_whole_word_in_common() =>
        ClassNv26b.Match("Tovve Halgren 2026-02-11").Suggestions[0].Describe().ShouldBe("p01 0.692308 - name_fuzzy");
}
