using Phase1.Portal.Review;

namespace Phase1.Unit.Tests.Portal;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("Malt Nyqvist 2026-02-11", "Malt Nyqvist", "[Malt Nyqvist] 2026-02-11")]
    [InlineData("MALT NYQVIST", "Malt Nyqvist", "[MALT NYQVIST]")]
    [InlineData("Nyqvist, Malt", "Malt Nyqvist", "[Nyqvist], [Malt]")]
    [InlineData("Namn: malt@skola.se.", "malt@skola.se", "Namn: [malt@skola.se].")]
    [InlineData("Maltes dag", "Malt", "Maltes dag")]
    [InlineData("Nyqvist", "Malt Nyqvist", "Nyqvist")]
    [InlineData("", "Malt", "")]
    public void What_was_read_is_marked_where_it_stands_as_a_word(string line, string found, string marked) =>
        Shown(Evidence.Of($"{line}\nx", [found]))[0].ShouldBe(marked);

    [Fact]
    public void The_first_twelve_lines_and_600_characters_are_shown()
    {
        Evidence.Of(string.Join('\n', Enumerable.Range(1, 40)), []).Count.ShouldBe(12);
        Shown(Evidence.Of($"{new string('a', 500)}\n{new string('b', 500)}\nc", [])).Select(line => line.Length).ShouldBe([500, 100]);
        Shown(Evidence.Of(new string('a', 599) + "😀", [])).Single().ShouldBe(new string('a', 599));
    }

    [Fact]
    public void A_name_further_down_where_matching_looks_is_shown_too_and_one_in_the_running_text_is_not_marked()
    {
        var lines = Enumerable.Range(1, 60).Select(number => $"line {number}").ToArray();
        (lines[14], lines[29], lines[58]) = ("Elin Ek", "Elin Ek", "by Elin Ek");

        var shown = Shown(Evidence.Of(string.Join('\n', lines), ["Elin Ek"]));

        shown[12..].ShouldBe(["…", "[Elin Ek]", "by [Elin Ek]"]);
    }

    [Fact]
    public void Without_a_text_there_is_nothing()
    {
        Evidence.Of(null, ["Elin Ek"]).ShouldBeEmpty();
        Evidence.Of(" \n", []).ShouldBeEmpty();
    }

    static List<string> Shown(IReadOnlyList<EvidenceLine> lines) =>
        [.. lines.Select(line => string.Concat(line.Parts.Select(part => part.IsFound ? $"[{part.Text}]" : part.Text)))];
}
