using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Where the lines of a text stand.</summary>
public sealed class TextLinesTests
{
    [Theory]
    [InlineData("", 3, "0-0")]
    [InlineData("ab", 3, "0-2")]
    [InlineData("ab\n", 3, "0-2 3-3")]
    [InlineData("\nab\n\nc", 9, "0-0 1-3 4-4 5-6")]
    [InlineData("\nab\n\nc", 4, "0-0 1-3 4-4 5-6")]
    [InlineData("\nab\n\nc", 3, "0-0 1-3 4-4")]
    public void The_first_lines_of_a_text_are_as_many_as_are_asked_for_or_there(string text, int count, string lines) =>
        string.Join(' ', TextLines.First(text, count).Select(line => $"{line.Start}-{line.End}")).ShouldBe(lines);

    [Theory]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0, 2)]
    [InlineData(2, 0, 2)]
    [InlineData(3, 3, 5)]
    [InlineData(5, 3, 5)]
    [InlineData(6, 6, 6)]
    public void A_line_holds_its_own_end_but_not_the_next_start(int position, int start, int end)
    {
        TextLines.At("ab\ncd\n", position).ShouldBe(new TextLine(start, end));
        TextLines.At("ab\ncd\n", position).Length.ShouldBe(end - start);
    }

    [Fact]
    public void An_empty_first_line_stands_before_its_end() => TextLines.At("\nab", 0).ShouldBe(new TextLine(0, 0));

    [Theory]
    [InlineData("a\nb\n\nc", 1, 5)]
    [InlineData("a\nb\n\nc", 2, 2)]
    [InlineData("a\nb\n\nc", 3, 0)]
    [InlineData("a\nb\n\nc", 4, 0)]
    [InlineData("\n\na\nb\n\n", 1, 4)]
    [InlineData("\n\na\nb\n\n", 2, 2)]
    [InlineData("\n\na\nb\n\n", 3, 0)]
    [InlineData("", 1, 0)]
    public void Empty_lines_are_no_last_lines(string text, int count, int start) => TextLines.StartOfLast(text, count).ShouldBe(start);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_line_contains_its_characters(int position, bool contains) => new TextLine(3, 5).Contains(position).ShouldBe(contains);
}
