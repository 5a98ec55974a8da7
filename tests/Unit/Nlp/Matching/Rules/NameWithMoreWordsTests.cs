using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class NameWithMoreWordsTests
{
    static readonly NameWithMoreWords Rule = new();

    [Fact]
    public void The_called_name_with_words_that_nothing_contradicts_is_for_a_person_to_judge()
    {
        Rule.Say("Quentin Karlsson Varga", RuleCase.Quentin).ShouldBe("name_partial 0.76 -");
        Rule.Say("Tove Ingrid Maria Hallgren", RuleCase.Tove).ShouldBe("name_partial 0.76 -");
    }

    [Theory]
    [InlineData("Tove Hallgren")]
    [InlineData("Tove Sigrid Hallgren")]
    [InlineData("Tove Ingrid Berg")]
    [InlineData("Tove Tove Ingrid")]
    public void Nothing_more_or_what_the_legal_name_contradicts_is_a_near_miss(string name) =>
        Rule.Say(name, RuleCase.Tove).ShouldBe("none");

    [Fact]
    public void Who_has_no_name_but_marks_is_not_found_in_every_name() =>
        Rule.Say("Tove Hallgren", new RosterStudent("p", "\u0301", "")).ShouldBe("none");
}
