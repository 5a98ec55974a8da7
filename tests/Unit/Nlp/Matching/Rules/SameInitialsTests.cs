using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class SameInitialsTests
{
    const string Holds = "name_initials 0.65 -";

    static readonly SameInitials Rule = new();

    [Fact]
    public void An_initial_stands_for_the_given_name_before_the_whole_surname()
    {
        Rule.Say("Q. Varga", RuleCase.Quentin).ShouldBe(Holds);
        Rule.Say("Varga Q", RuleCase.Quentin).ShouldBe(Holds);
        Rule.Say("T. I. Hallgren", new RosterStudent("p", "Tove", "Hallgren")).ShouldBe(Holds);
        Rule.Say("E. Tornberg Lo", RuleCase.Ebba).ShouldBe(Holds);
    }

    [Fact]
    public void Further_initials_stand_for_the_further_names_in_their_order()
    {
        Rule.Say("S. L. Wikander", RuleCase.SiriLo).ShouldBe(Holds);
        Rule.Say("Hallgren T. I.", RuleCase.Tove).ShouldBe(Holds);
        Rule.Say("Hallgren T. K.", RuleCase.Tove).ShouldBe("none");
    }

    [Fact]
    public void An_initial_stands_for_the_surname_behind_the_given_name()
    {
        Rule.Say("Quentin V.", RuleCase.Quentin).ShouldBe(Holds);
        Rule.Say("Siri-Lo W.", RuleCase.SiriLo).ShouldBe(Holds);
        Rule.Say("Siri W.", RuleCase.SiriLo).ShouldBe(Holds);
        Rule.Say("Ebba T. L.", RuleCase.Ebba).ShouldBe(Holds);
    }

    [Theory]
    [InlineData("Ebba T. K.")]
    [InlineData("Ebba T. L. K.")]
    [InlineData("Ebba L.")]
    [InlineData("E. Tornberg")]
    [InlineData("Tornberg Lo")]
    [InlineData("Ebba Tornberg Lo")]
    [InlineData("A. Tornberg Lo")]
    public void Another_letter_half_a_surname_or_no_initial_at_all_is_a_near_miss(string name) =>
        Rule.Say(name, RuleCase.Ebba).ShouldBe("none");

    [Fact]
    public void Who_lacks_a_given_name_or_a_surname_has_no_initials()
    {
        Rule.Say("Q. Varga", new RosterStudent("p", "", "Varga")).ShouldBe("none");
        Rule.Say("Q.", new RosterStudent("p", "Quentin", "")).ShouldBe("none");
    }
}
