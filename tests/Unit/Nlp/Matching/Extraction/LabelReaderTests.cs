using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>What stands behind a label.</summary>
public sealed class LabelReaderTests
{
    [Theory]
    [InlineData("Namn: Tove Ek", "Tove Ek")]
    [InlineData("Namn: Tove Ek 9C Bo Lo", "Tove Ek|Bo Lo")]
    [InlineData("Namn: Tove Ek a@b.se", "Tove Ek")]
    [InlineData("Namn: Tove Ek\nElev: Bo Lo", "Tove Ek|Bo Lo")]
    [InlineData("Namn: Tove Ek\nElev: tove ek", "Tove Ek")]
    [InlineData("Förnamn: Tove", "Tove")]
    [InlineData("Efternamn: Hallgren", "Hallgren")]
    [InlineData("Förnamn: Tove\nEfternamn: Ek", "Tove Ek")]
    [InlineData("Förnamn: Tove Efternamn: Ek", "Tove Ek")]
    [InlineData("Efternamn: Ek Förnamn: Tove", "Tove Ek")]
    [InlineData("Förnamn: Tove Efternamn=Ek", "Tove Ek")]
    [InlineData("Förnamn: Tove Efternamn Ek", "Tove Efternamn Ek")]
    [InlineData("Efternamn: Ek\nFörnamn: Tove\nEfternamn: Lo", "Tove Lo")]
    [InlineData("Efternamn: Ek\nFörnamn: Tove Ek", "Tove Ek Ek")]
    [InlineData("Förnamn: Tove\nEfternamn: Ek Förnamn: Bo", "Bo Ek")]
    [InlineData("Efternamn: Lo\nFörnamn: Tove Efternamn: Ek", "Tove Ek")]
    [InlineData("Förnamn: Tove 9C Bo\nEfternamn: - Ek (Lo)", "Tove Ek Lo")]
    [InlineData("Förnamn: Tove a@b.se\nEfternamn: Ek", "Tove Ek")]
    [InlineData("Förnamn:\nEfternamn:", "")]
    [InlineData("Kurs: Tove Ek", "")]
    [InlineData("Förnamn: 1\nNamn: Bo Lo", "Bo Lo")]
    public void Labels_give_names(string text, string names)
    {
        var reading = ReadBy.Steps(text, new LabelReader());

        reading.Names.Said().ShouldBe(names);
        reading.Names.ShouldAllBe(name => name.Source == NameSource.Label);
    }

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    [InlineData('"', '"')]
    [InlineData('“', '”')]
    [InlineData('„', '“')]
    [InlineData('«', '»')]
    public void Brackets_and_quotation_marks_are_blanks(char open, char close)
    {
        ReadBy.Steps($"Namn: Tove {open}Bo{close} Ek", new LabelReader()).Names.ShouldHaveSingleItem().Form.ShouldBe("tove bo ek");
        ReadBy.Steps($"Förnamn: Tove {open}Bo{close} Lo", new LabelReader()).Names.ShouldHaveSingleItem().Form.ShouldBe("tove bo lo");
    }
}
