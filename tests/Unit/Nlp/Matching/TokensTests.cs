using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>Multisets of tokens.</summary>
public sealed class TokensTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "a", true)]
    [InlineData("a", "", false)]
    [InlineData("a", "a", true)]
    [InlineData("b", "a b c", true)]
    [InlineData("a c", "a b c", true)]
    [InlineData("a a", "a b", false)]
    [InlineData("a a", "a a b", true)]
    [InlineData("d", "a b c", false)]
    [InlineData("b", "a c", false)]
    [InlineData("a b c", "a b", false)]
    public void A_part_is_within_the_whole_when_each_token_is_there_as_often(string part, string whole, bool isWithin)
    {
        Tokens.IsWithin(Of(part), Of(whole)).ShouldBe(isWithin);
        Tokens.IsStrictlyWithin(Of(part), Of(whole)).ShouldBe(isWithin && part.Length < whole.Length);
    }

    [Theory]
    [InlineData("a b a", "a", "b a")]
    [InlineData("a b", "c", "a b")]
    [InlineData("a b", "b a", "")]
    public void What_is_taken_out_is_taken_out_once(string whole, string part, string rest) =>
        Tokens.Without(Of(whole), Of(part)).ShouldBe(Of(rest));

    [Fact]
    public void What_nothing_is_taken_out_of_is_given_back_itself()
    {
        var whole = Of("a b");

        Tokens.Without(whole, Of("c")).ShouldBeSameAs(whole);
        Tokens.Without(whole, Of("a")).ShouldNotBeSameAs(whole);
    }

    [Theory]
    [InlineData("a", "b", "a b")]
    [InlineData("a a", "a", "a a")]
    [InlineData("c", "a c c", "a c c")]
    public void Both_together_hold_each_token_as_often_as_the_one_that_has_it_more_often(string a, string b, string both) =>
        Tokens.Union(Of(a), Of(b)).ShouldBe(Of(both));

    [Fact]
    public void Tokens_are_sorted_by_their_letters_codes() => Tokens.Sorted(["ö", "b", "Z", "a"]).ShouldBe(["Z", "a", "b", "ö"]);

    [Fact]
    public void Equal_tokens_have_a_mark_in_common_and_a_few_different_ones_do_not()
    {
        string[] names = ["tove", "hallgren", "måns", "ekenstam", "lo", "a", ""];

        foreach (var name in names)
        {
            (Tokens.Marks(["x", name]) & Tokens.Marks([name, "yyy"])).ShouldNotBe(0UL);
        }

        names.Select(name => Tokens.Marks([name])).Distinct().Count().ShouldBe(names.Length);
        Tokens.Marks([]).ShouldBe(0UL);
        Tokens.Marks(["lo", "lo"]).ShouldBe(Tokens.Marks(["lo"]));
    }

    static string[] Of(string tokens) => tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
