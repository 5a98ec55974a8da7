using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>What a word of a name looks like.</summary>
public sealed class NameWordTests
{
    [Theory]
    [InlineData("Tove")]
    [InlineData("a")]
    [InlineData("Siri-Lo")]
    [InlineData("O'Dell")]
    [InlineData("a-b'c")]
    [InlineData("T.")]
    [InlineData("J.R.")]
    [InlineData("e\u0301e")]
    [InlineData("e\u0301\u0323-e")]
    [InlineData("\u0915\u0903")]
    [InlineData("𐐷𐐷")]
    [InlineData("한글")]
    public void Letters_marks_joints_and_initials_make_a_word(string word) => NameWord.Is(word).ShouldBeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("-Lo")]
    [InlineData("Lo-")]
    [InlineData("a--b")]
    [InlineData("a-'b")]
    [InlineData("'")]
    [InlineData("J.R")]
    [InlineData("J..")]
    [InlineData("1.")]
    [InlineData(".")]
    [InlineData("Tove.")]
    [InlineData("Tove1")]
    [InlineData("\u0301e")]
    [InlineData("a-\u0301")]
    [InlineData("😀")]
    [InlineData("a\uD800")]
    [InlineData("\uD800a")]
    [InlineData("a b")]
    public void Anything_else_is_none(string word) => NameWord.Is(word).ShouldBeFalse();

    [Theory]
    [InlineData("lo", true)]
    [InlineData("a-b", true)]
    [InlineData("O'D", true)]
    [InlineData("𐐷𐐷", true)]
    [InlineData("a", false)]
    [InlineData("𐐷", false)]
    [InlineData("a\u0301", false)]
    [InlineData("T.", false)]
    [InlineData("J.R.", false)]
    [InlineData("", false)]
    public void Two_letters_make_a_full_word_and_initials_never_do(string word, bool hasTwo) =>
        NameWord.HasTwoLetters(word).ShouldBe(hasTwo);

    [Theory]
    [InlineData("Tove", true)]
    [InlineData("Örjan", true)]
    [InlineData("T.", true)]
    [InlineData("𐐏𐐷", true)]
    [InlineData("tove", false)]
    [InlineData("t.", false)]
    [InlineData("Tove1", false)]
    [InlineData("한글", false)]
    [InlineData("", false)]
    public void A_capitalised_word_is_one_that_begins_with_a_capital(string word, bool isCapitalised) =>
        NameWord.IsCapitalised(word).ShouldBe(isCapitalised);
}
