using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Lines that greet, and when the greeted person is taken for a name.</summary>
public sealed class SalutationTests
{
    [Theory]
    [InlineData("Dear Rowan O'Dell,", "Rowan O'Dell")]
    [InlineData("Hej Rowan", "")]
    [InlineData("Hej Rowan!", "")]
    [InlineData("Hej Rowan .,!", "")]
    [InlineData("Dear Rowan och Tove Ek", "Rowan Ek")]
    public void A_greeting_and_a_word_like_a_name_are_a_salutation(string line, string addressee)
    {
        SalutationLine.TryRead(line, out var read).ShouldBeTrue();
        read.ShouldBe(addressee);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Dear")]
    [InlineData("Dear:Rowan")]
    [InlineData("Dear, Rowan Ek")]
    [InlineData("Dearest Rowan Ek")]
    [InlineData("Rowan Ek")]
    [InlineData("Dear Rowan Ek 260211")]
    [InlineData("To be or not to be")]
    [InlineData("Dear 12")]
    public void Anything_else_is_none(string line)
    {
        SalutationLine.TryRead(line, out var read).ShouldBeFalse();
        read.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Dear Bo Lo,", null, "Bo Lo")]
    [InlineData("Dear Bo Lo,\nHej Tove Ek", null, "Bo Lo|Tove Ek")]
    [InlineData("Hej Bo!", null, "")]
    [InlineData("Dear Bo Lo,\nNamn: Tove", null, "Tove")]
    [InlineData("Dear Bo Lo,", "tove_ek.docx", "Bo Lo")]
    [InlineData("Dear Bo Lo,", "uppsats.docx", "Bo Lo")]
    public void The_greeted_count_when_the_text_gave_no_name(string text, string? fileName, string names)
    {
        EssayReading reading = new(new EssayText("e1", fileName, text), _ => false);
        foreach (var step in new IReadingStep[] { new LabelReader(), new HeaderExtractor(), new FileNameReader(), new Salutations() })
        {
            step.Read(reading);
        }

        reading.Names.Said().ShouldBe(names);
        reading.Names.ShouldAllBe(name => name.IsIndirect == (name.Text != "Tove"));
    }
}
