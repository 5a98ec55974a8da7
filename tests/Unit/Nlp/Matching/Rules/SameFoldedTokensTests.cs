using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class SameFoldedTokensTests
{
    static readonly SameFoldedTokens Rule = new();
    static readonly RosterStudent Orjan = new("p", "Örjan", "Fägersköld");

    [Theory]
    [InlineData("Orjan Fagerskold")]
    [InlineData("Fagerskold Orjan")]
    [InlineData("Orjan Fägersköld")]
    public void The_same_words_without_accents_in_any_order_are_the_student(string name) =>
        Rule.Say(name, Orjan).ShouldBe("name_folded 0.90 +");

    [Fact]
    public void Hyphens_blanks_and_apostrophes_may_be_missing()
    {
        Rule.Say("Rowan ODell", new RosterStudent("p", "Rowan", "O'Dell")).ShouldBe("name_folded 0.90 +");
        Rule.Say("Sirilo Wikander", new RosterStudent("p", "Siri-Lo", "Wikander", "Siri-Lo Maria Wikander")).ShouldBe("name_folded 0.90 +");
        Rule.Say("Annakarin Ek", new RosterStudent("p", "Anka", "Ek", "Anna Karin Ek")).ShouldBe("name_folded 0.90 +");
    }

    [Theory]
    [InlineData("Fagerskoldorjan")]
    [InlineData("Orjanfagerskold")]
    public void One_word_is_for_a_person_to_judge(string name) => Rule.Say(name, Orjan).ShouldBe("name_folded 0.90 -");

    [Fact]
    public void One_word_is_the_usual_form_of_a_name_that_is_written_without_blanks() =>
        Rule.Say("高明", new RosterStudent("p", "明", "高")).ShouldBe("name_folded 0.90 +");

    [Theory]
    [InlineData("Orjan Fagerskoldt")]
    [InlineData("Orjan")]
    public void Another_letter_or_order_is_a_near_miss(string name) => Rule.Say(name, Orjan).ShouldBe("none");
}
