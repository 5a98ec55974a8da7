using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>What stays of a piece of a line.</summary>
public sealed class SegmentTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" .,-1", "")]
    [InlineData("- Tove Hallgren!", "Tove Hallgren")]
    [InlineData("12 Tove 12", "Tove")]
    [InlineData("Tove Hallgren.", "Tove Hallgren")]
    [InlineData("Tove H.", "Tove H.")]
    [InlineData("(Tove H.)", "Tove H.")]
    [InlineData("T.", "T.")]
    [InlineData("J.R.", "J.R.")]
    [InlineData("Tove 1.", "Tove")]
    [InlineData("Tove -H.", "Tove -H")]
    [InlineData("😀 Tove 😀", "😀 Tove 😀")]
    [InlineData("Tove\u0323", "Tove\u0323")]
    [InlineData("Tove\u0903", "Tove\u0903")]
    [InlineData("\u0323Tove", "Tove")]
    public void Punctuation_goes_and_the_full_stop_of_a_closing_initial_stays(string piece, string trimmed) =>
        Segment.Trim(piece).ToString().ShouldBe(trimmed);

    [Theory]
    [InlineData("T.", true)]
    [InlineData("Tove T.", true)]
    [InlineData("J.R.", true)]
    [InlineData("Tove.", false)]
    [InlineData("-T.", false)]
    [InlineData("1.", false)]
    [InlineData("Tove T", false)]
    [InlineData(".", false)]
    [InlineData("", false)]
    public void An_initial_is_a_single_letter_with_its_full_stop(string piece, bool isInitial) =>
        Segment.EndsWithInitial(piece).ShouldBe(isInitial);
}
