using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Runs of letters and digits, and which of them are numbers.</summary>
public sealed class LineAtomTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" .-", "")]
    [InlineData("Tove", "0-4")]
    [InlineData(" a, b1-c ", "1-2 4-6 7-8")]
    public void Atoms_stand_between_everything_else(string line, string atoms) =>
        string.Join(' ', LineAtom.Of(line).Select(atom => $"{atom.Start}-{atom.End}")).ShouldBe(atoms);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("12345678", 12345678)]
    [InlineData("123456789", -1)]
    [InlineData("11th", 11)]
    [InlineData("8pm", 8)]
    [InlineData("9C", -1)]
    [InlineData("a1", -1)]
    [InlineData("pm", -1)]
    [InlineData("\u0663", -1)]
    public void A_number_has_at_most_eight_digits_and_perhaps_a_counting_word(string text, int number)
    {
        var atom = LineAtom.Of(text).ShouldHaveSingleItem();

        (atom.Number, atom.HasDigit, atom.Length).ShouldBe((number, text != "pm", text.Length));
    }
}
