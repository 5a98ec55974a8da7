using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Rules;

public sealed class SameWithoutParticlesTests
{
    static readonly SameWithoutParticles Rule = new();

    [Theory]
    [InlineData("Måns Ekenstam")]
    [InlineData("Ekenstam Mans")]
    [InlineData("Måns von Ekenstam")]
    [InlineData("Måns Viktor Ekenstam")]
    public void A_particle_that_is_missing_added_or_changed_leaves_the_student(string name) =>
        Rule.Say(name, RuleCase.Mans).ShouldBe("name_particle 0.80 +");

    [Fact]
    public void A_given_name_that_looks_like_a_particle_is_a_name()
    {
        RosterStudent ben = new("p", "Ben", "Carter");

        Rule.Say("Ben von Carter", ben).ShouldBe("name_particle 0.80 +");
        Rule.Say("Al Carter", ben).ShouldBe("none");
        Rule.Say("Carter", ben).ShouldBe("none");
    }

    [Theory]
    [InlineData("Måns vid Ekenstam")]
    [InlineData("Ekenstam")]
    [InlineData("af Ekenstam")]
    [InlineData("Viktor Ekenstam")]
    public void Any_other_word_more_or_less_is_a_near_miss(string name) => Rule.Say(name, RuleCase.Mans).ShouldBe("none");
}
