using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Whether a piece of text looks like a name.</summary>
public sealed class NameShapeTests
{
    [Theory]
    [InlineData("Lo B", true)]
    [InlineData("L B", false)]
    [InlineData("Al", false)]
    [InlineData("Tove", false)]
    [InlineData("Tove -", false)]
    [InlineData("- Tove Ek", false)]
    [InlineData("Tove - Ek", true)]
    [InlineData("Tove  Ek", true)]
    [InlineData("B C D F Ek", true)]
    [InlineData("B C D F G Ek", false)]
    [InlineData("Ek,Tove", true)]
    [InlineData("Ek,Tove,Bo", false)]
    [InlineData("af L", false)]
    [InlineData("af von", false)]
    [InlineData("af Lo", true)]
    [InlineData("J.R. Ek", true)]
    [InlineData("J.R. T.", false)]
    [InlineData("Tove Ek1", false)]
    public void A_header_name_has_two_to_five_words_and_one_of_them_in_full(string piece, bool fits) =>
        NameShape.Unlabelled.Fits(piece, hasDate: false).ShouldBe(fits);

    [Theory]
    [InlineData("Lo.", false)]
    [InlineData("Tov", true)]
    [InlineData("the", true)]
    [InlineData("von", true)]
    [InlineData("A B C D E Ek", true)]
    [InlineData("A B C D E F Ek", false)]
    public void Behind_a_label_any_one_to_six_words_are_a_name(string piece, bool fits) =>
        NameShape.Labelled.Fits(piece, hasDate: false).ShouldBe(fits);

    [Theory]
    [InlineData(50, true)]
    [InlineData(60, false)]
    public void The_longest_name_has_fifty_characters_and_sixty_behind_a_label(int longest, bool isUnlabelled)
    {
        var shape = isUnlabelled ? NameShape.Unlabelled : NameShape.Labelled;
        var name = $"Tove {new string('a', longest - 5)}";

        shape.Fits(name, hasDate: false).ShouldBeTrue();
        shape.Fits(name + "a", hasDate: false).ShouldBeFalse();
    }

    [Theory]
    [InlineData(':')]
    [InlineData('?')]
    [InlineData('!')]
    [InlineData(';')]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('{')]
    [InlineData('|')]
    [InlineData('\\')]
    [InlineData('@')]
    public void Some_characters_stand_in_no_name(char c) => NameShape.Labelled.Fits($"Tove {c} Ek", hasDate: false).ShouldBeFalse();
}
