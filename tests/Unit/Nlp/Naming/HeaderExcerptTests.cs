using Phase1.Nlp.Matching;
using Phase1.Nlp.Naming;

namespace Phase1.Unit.Tests.Nlp.Naming;

public sealed class HeaderExcerptTests
{
    static readonly Roster Class = Roster.Read([]);

    [Fact]
    public void It_ends_where_the_prose_begins()
    {
        var excerpt = Of("Min uppsats\nT0ve Ha11gren\n2026-03-04\n\nDet var en gång en hund.\nEn rad till");

        excerpt.ShouldBe("Min uppsats\nT0ve Ha11gren\n2026-03-04");
    }

    [Fact]
    public void A_long_line_is_prose() => Of($"Ha11gren\n{new string('a', 61)}\nmer").ShouldBe("Ha11gren");

    [Fact]
    public void Addresses_are_left_out() => Of("T0ve tove@elev.example NV26\nText.").ShouldBe("T0ve [e-post] NV26");

    [Fact]
    public void A_text_that_begins_with_prose_has_none() => Of("Det var en gång en hund.\nEn rad till").ShouldBeEmpty();

    [Fact]
    public void It_has_eight_lines_and_600_characters_at_most()
    {
        Of(string.Join('\n', Enumerable.Range(1, 15).Select(line => $"rad {line}"))).Split('\n').Length.ShouldBe(8);
        Of(string.Join('\n', Enumerable.Repeat($"2026-03-04 {new string('å', 120)}", 8))).Length.ShouldBeLessThanOrEqualTo(600);
    }

    static string Of(string text) => HeaderExcerpt.Of(new EssayText("1", null, text), Class);
}
