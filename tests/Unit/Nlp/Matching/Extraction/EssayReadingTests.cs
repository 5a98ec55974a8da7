using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>What is kept while an essay is read.</summary>
public sealed class EssayReadingTests
{
    [Fact]
    public void A_text_is_normalised_and_its_first_twenty_lines_are_the_header()
    {
        EssayReading reading = new(new EssayText("e1", " b\r\nc ", string.Concat(Enumerable.Repeat(" a \r\n", 21))), _ => false);

        reading.Text.ShouldBe(string.Concat(Enumerable.Repeat("a\n", 21)));
        reading.FileName.ShouldBe("b c");
        reading.Zone.Count.ShouldBe(20);
        reading.Line(reading.Zone[1]).ToString().ShouldBe("a");
    }

    [Fact]
    public void Nothing_is_an_empty_text()
    {
        EssayReading reading = new(new EssayText("e1", null, null), _ => false);

        (reading.Text, reading.FileName).ShouldBe(("", ""));
        reading.Zone.ShouldBe([new TextLine(0, 0)]);
    }

    [Fact]
    public void A_name_is_kept_once_whatever_its_case_and_not_at_all_without_a_letter()
    {
        var reading = ReadBy.Steps("");

        reading.AddName("Tove Ek", NameSource.Label);
        reading.AddName("TOVE EK.", NameSource.FirstLine);
        reading.AddName(" . ", NameSource.Label);
        reading.AddName("Bo Ek", NameSource.Label);

        reading.Names.Said().ShouldBe("Tove Ek|Bo Ek");
    }

    [Fact]
    public void Forty_names_are_kept()
    {
        var reading = ReadBy.Steps("");

        for (var i = 0; i < 41; i++)
        {
            reading.AddName($"Tove {i}", NameSource.Label);
        }

        reading.Names.Count.ShouldBe(40);
    }

    [Fact]
    public void One_line_with_several_authors_is_enough()
    {
        var reading = ReadBy.Steps("");

        reading.AddNames(new(["Tove Ek", "Bo Lo"], HasSeveralAuthors: true), NameSource.Label);
        reading.AddNames(new(["Al Ek"], HasSeveralAuthors: false), NameSource.Label);
        reading.HasSeveralAuthors.ShouldBeTrue();
        reading.AddNames(new(["Bo Ek", "Al Lo"], HasSeveralAuthors: true), NameSource.Label);

        reading.HasSeveralAuthors.ShouldBeTrue();
        reading.Names.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_knows_whether_an_address_is_known(bool isKnown) => ReadBy.Steps("", isKnown).IsAnyAddressKnown().ShouldBe(isKnown);
}
