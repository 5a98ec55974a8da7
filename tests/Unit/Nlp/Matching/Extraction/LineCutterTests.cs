using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>What stands between the dates, codes and keywords of a line.</summary>
public sealed class LineCutterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Tove Hallgren", "Tove Hallgren")]
    [InlineData("9C Tove 1 Ek", "| Tove | Ek")]
    [InlineData("Tove 12", "Tove |")]
    [InlineData("Tove, maj 12", "Tove, | |")]
    [InlineData("Tove maj Ek", "Tove maj Ek")]
    [InlineData("Tove kurs: Ek", "Tove |: Ek")]
    [InlineData("Tove kurs Ek", "Tove kurs Ek")]
    [InlineData("Tove kurs 6 Ek", "Tove | | Ek")]
    [InlineData("Tove kurs - 6 Ek", "Tove kurs - | Ek")]
    [InlineData("kurs 6", "| |")]
    [InlineData("Tove 6 ord Ek", "Tove | | Ek")]
    [InlineData("Tove 6 - ord Ek", "Tove | - ord Ek")]
    [InlineData("Tove ord Ek", "Tove ord Ek")]
    [InlineData("6 ord", "| |")]
    [InlineData("Tove lärare: Ek 12", "Tove ")]
    [InlineData("Tove lärare Ek", "Tove lärare Ek")]
    [InlineData("Tove 1 lärare: Ek", "Tove | ")]
    public void A_line_is_cut_there_and_ends_at_a_teacher(string line, string pieces) =>
        string.Join('|', LineCutter.Cut(line).Pieces.Select(piece => line[piece])).ShouldBe(pieces);

    [Theory]
    [InlineData("Tove 2026-02-11", true)]
    [InlineData("2026-02-11 lärare: Ek", true)]
    [InlineData("lärare: Ek 2026-02-11", true)]
    [InlineData("Tove 9C", false)]
    [InlineData("lärare: Ek", false)]
    [InlineData("Tove", false)]
    public void It_is_known_whether_the_line_has_a_date(string line, bool hasDate)
    {
        LineCutter.Cut(line).HasDate.ShouldBe(hasDate);
        LineCutter.HasDateIn(line).ShouldBe(hasDate);
    }
}
