using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Lines that name somebody else than the writer.</summary>
public sealed class LinesOfOthersTests
{
    [Theory]
    [InlineData("Granskad av Bo Lo")]
    [InlineData("Till: Bo")]
    [InlineData("Cc = Bo")]
    [InlineData("> Bo Lo")]
    [InlineData("Lärare : Bo")]
    [InlineData("Lärare - Bo")]
    [InlineData("Lärare=Bo")]
    [InlineData("Lärare Bo Lo")]
    [InlineData("Lärare Bo Lo a@b.se")]
    [InlineData("Lärare Bo Lo 9C")]
    [InlineData("Lärare Boken Lo 260211")]
    [InlineData("Lärare fru Lo")]
    [InlineData("Lärare Mr. 12")]
    public void A_separator_a_title_or_a_name_makes_a_teacher_line(string line)
    {
        var reading = ReadBy.Steps($"x\n{line}\ny", new LinesOfOthers());

        reading.Blanked.ShouldBe([new TextLine(2, 2 + line.Length)]);
        reading.Zone.ShouldBe([new(0, 1), new(2, 2), new(3 + line.Length, 4 + line.Length)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Lärare")]
    [InlineData("Lärare Bo")]
    [InlineData("Lärare fru")]
    [InlineData("Lärare i skolan")]
    [InlineData("Lärare 9C Bo Lo")]
    [InlineData("Lärarna Bo Lo")]
    [InlineData("Bo Lo lärare: x")]
    [InlineData("Namn:")]
    [InlineData("Klass:")]
    [InlineData("Dear Bo:")]
    [InlineData("Fråga 1:")]
    [InlineData("Det var en gång en flod som hette Lo, och:")]
    [InlineData("Till Bo Lo")]
    [InlineData("Cc - Bo Lo")]
    public void Without_them_a_line_stays(string line) => ReadBy.Steps(line, new LinesOfOthers()).Blanked.ShouldBeEmpty();

    [Theory]
    [InlineData("Granne:")]
    [InlineData("Bo Lo lärare:")]
    public void A_label_that_nobody_knows_goes_with_the_line_below(string label)
    {
        var reading = ReadBy.Steps($"x\n{label}\nTove Hallgren\ny", new LinesOfOthers());

        reading.Zone.Count(line => line.Length > 0).ShouldBe(2);
        reading.Line(reading.Zone[3]).ToString().ShouldBe("y");
    }
}
