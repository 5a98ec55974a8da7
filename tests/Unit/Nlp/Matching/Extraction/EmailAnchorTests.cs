using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>Capitalised words close to an address.</summary>
public sealed class EmailAnchorTests
{
    const string Far =
        "en lång rad utan ett enda namn som fortsätter långt bortom det som ännu hör till adressen som står vid dess andra ände";

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_name_stands_at_most_fifty_characters_before_or_behind_the_address(int gap, bool isNear)
    {
        var blanks = $" {new string('x', gap - 2)} ";
        var name = isNear ? "Tove Hallgren" : "";

        Near($"Tove Hallgren{blanks}a@b.se").ShouldBe(name);
        Near($"a@b.se{blanks}Tove Hallgren").ShouldBe(name);
        Near($"Tove Hallgren\n{new string('x', gap - 2)} a@b.se").ShouldBe(name);
        Near($"a@b.se {new string('x', gap - 2)}\nTove Hallgren").ShouldBe(name);
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_name_of_fifty_characters_is_seen_in_full_as_far_away(int gap, bool isNear)
    {
        var name = $"Tove {new string('x', 45).Insert(0, "H")[..45]}";
        var blanks = $" {new string('x', gap - 2)} ";

        Near($"före {name}{blanks}a@b.se").ShouldBe(isNear ? name : "");
        Near($"a@b.se{blanks}{name} efter").ShouldBe(isNear ? name : "");
    }

    [Theory]
    [InlineData("Tove", "")]
    [InlineData("Tove Ek", "Tove Ek")]
    [InlineData("Tove Af Ek Bo Lo", "Tove Af Ek Bo Lo")]
    [InlineData("Tove Af Ek Bo Lo Al", "")]
    public void A_name_has_two_to_five_words(string words, string name) => Near($"x {words} x a@b.se").ShouldBe(name);

    [Theory]
    [InlineData("\n\na@b.se\n\nTove Hallgren", "")]
    [InlineData("Tove Hallgren\n\na@b.se", "")]
    [InlineData(Far + " a@b.se\nPriya Raman", "Priya Raman")]
    [InlineData("Tove Ek\n" + Far + " a@b.se", "")]
    [InlineData("a@b.se " + Far + "\nTove Ek", "")]
    [InlineData("Tove Ek\na@b.se\nPriya Raman", "Tove Ek|Priya Raman")]
    [InlineData("x Bo Lo a@b.se\nPriya Raman", "Bo Lo|Priya Raman")]
    [InlineData("Källa: Tove Ek\na@b.se\nKälla: Priya Raman", "")]
    [InlineData("Källa: Tove Ek a@b.se", "")]
    [InlineData("a@b.se Tove Ek c@d.se", "Tove Ek")]
    public void The_lines_beside_the_address_count_unless_they_have_a_colon(string text, string names) => Near(text).ShouldBe(names);

    [Fact]
    public void A_teacher_line_beside_the_address_names_nobody()
    {
        ReadBy.Steps("Lärare Sten Bruse\na@b.se", new LinesOfOthers(), new EmailExtractor(), new EmailAnchor()).Names.ShouldBeEmpty();
        ReadBy
            .Steps("Lärarinna Sten Bruse\na@b.se", new LinesOfOthers(), new EmailExtractor(), new EmailAnchor())
            .Names.ShouldHaveSingleItem();
    }

    [Fact]
    public void Nothing_is_looked_for_when_there_is_a_name()
    {
        var reading = ReadBy.Steps("Namn: Tove Ek\nBo Lo a@b.se", new EmailExtractor(), new LabelReader(), new EmailAnchor());

        reading.Names.Said().ShouldBe("Tove Ek");
        reading.Names[0].Source.ShouldBe(NameSource.Label);
    }

    [Fact]
    public void The_name_is_known_for_where_it_was_found() =>
        ReadBy.Steps("Tove Ek a@b.se", new EmailExtractor(), new EmailAnchor()).Names[0].Source.ShouldBe(NameSource.NearEmail);

    static string Near(string text) => ReadBy.Steps(text, new EmailExtractor(), new EmailAnchor()).Names.Said();
}
