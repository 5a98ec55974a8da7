using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class SameTokensTests
{
    static readonly SameTokens Rule = new();

    [Theory]
    [InlineData("Tove Hallgren")]
    [InlineData("HALLGREN tove")]
    [InlineData("Tove Ingrid Hallgren")]
    [InlineData("Tove I. Hallgren")]
    public void The_words_of_the_called_or_the_legal_name_in_any_order_are_the_student(string name) =>
        Rule.Say(name, RuleCase.Tove).ShouldBe("name_exact 0.95 +");

    [Fact]
    public void A_part_of_what_the_legal_name_adds_is_enough() =>
        Rule.Say("Priya Devi Raman", RuleCase.Priya).ShouldBe("name_exact 0.95 +");

    [Fact]
    public void A_legal_name_that_does_not_hold_the_called_one_counts_as_it_is() =>
        Rule.Say("Beatrice Ek", new RosterStudent("p", "Bea", "Ek", "Beatrice Ek")).ShouldBe("name_exact 0.95 +");

    [Fact]
    public void A_blank_for_a_hyphen_makes_no_difference() => Rule.Say("Siri Lo Wikander", RuleCase.SiriLo).ShouldBe("name_exact 0.95 +");

    [Fact]
    public void A_middle_initial_that_nothing_is_known_of_is_left_out() =>
        Rule.Say("Quentin B. Varga", RuleCase.Quentin).ShouldBe("name_exact 0.95 +");

    [Theory]
    [InlineData("Tove Hallgrén")]
    [InlineData("Tove")]
    [InlineData("Tove Ingrid")]
    [InlineData("Tove Tove Hallgren")]
    [InlineData("Tove Hallgren Berg")]
    [InlineData("Tove Sigrid Hallgren")]
    [InlineData("Tove K. Hallgren")]
    public void An_accent_a_word_less_or_another_word_is_a_near_miss(string name) => Rule.Say(name, RuleCase.Tove).ShouldBe("none");
}
