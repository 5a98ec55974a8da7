using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class PartOfNameTests
{
    static readonly PartOfName Rule = new();

    [Theory]
    [InlineData("Ebba Tornberg")]
    [InlineData("Lo, Ebba")]
    [InlineData("Ebba Maria Lo")]
    public void The_given_name_with_a_part_of_the_surname_may_be_confirmed(string name) =>
        Rule.Say(name, RuleCase.Ebba).ShouldBe("name_partial 0.76 +");

    [Fact]
    public void Half_of_a_double_given_name_is_for_a_person_to_judge()
    {
        Rule.Say("Siri Wikander", RuleCase.SiriLo).ShouldBe("name_partial 0.76 -");
        Rule.Say("Anna-Karin Ek", new RosterStudent("p", "Anna-Karin", "Ek Lind")).ShouldBe("name_partial 0.76 +");
    }

    [Theory]
    [InlineData("Ebba")]
    [InlineData("Ebba Maria")]
    [InlineData("Maria Tornberg")]
    [InlineData("Ebba Ekdal")]
    [InlineData("Ebba Maria Tornberg Lo")]
    [InlineData("Ebba Tornberg Ekdal")]
    public void No_surname_another_given_name_a_strange_word_or_the_whole_is_a_near_miss(string name) =>
        Rule.Say(name, RuleCase.Ebba).ShouldBe("none");

    [Fact]
    public void A_given_name_that_is_the_surname_too_must_be_written_twice()
    {
        RosterStudent thomas = new("p", "Thomas", "Thomas Lind");

        Rule.Say("Thomas Thomas", thomas).ShouldBe("name_partial 0.76 +");
        Rule.Say("Thomas", thomas).ShouldBe("none");
    }

    [Fact]
    public void Who_lacks_a_given_name_has_no_part_of_it() => Rule.Say("Lo", new RosterStudent("p", "", "Tornberg Lo")).ShouldBe("none");
}
