using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class FurtherGivenNameOnlyTests
{
    static readonly FurtherGivenNameOnly Rule = new();

    [Theory]
    [InlineData("Lakshmi Raman")]
    [InlineData("Raman Devi")]
    [InlineData("Devi Lakshmi Raman")]
    public void The_surname_with_only_further_given_names_is_for_a_person_to_judge(string name) =>
        Rule.Say(name, RuleCase.Priya).ShouldBe("name_second_given 0.72 -");

    [Fact]
    public void The_second_half_of_a_double_given_name_is_a_further_one() =>
        Rule.Say("Lo Wikander", RuleCase.SiriLo).ShouldBe("name_second_given 0.72 -");

    [Theory]
    [InlineData("Priya Lakshmi Raman")]
    [InlineData("Maria Raman")]
    [InlineData("Lakshmi Devi")]
    [InlineData("Raman")]
    [InlineData("Lakshmi Ramann")]
    public void The_first_given_name_a_strange_one_or_no_whole_surname_is_a_near_miss(string name) =>
        Rule.Say(name, RuleCase.Priya).ShouldBe("none");

    [Fact]
    public void Who_lacks_a_surname_cannot_be_known_by_it() =>
        Rule.Say("Lakshmi", new RosterStudent("p", "Priya", "", "Priya Lakshmi")).ShouldBe("none");
}
