using Phase1.Text;
using Phase1.Unit.Tests.Nlp.Matching;

namespace Phase1.Unit.Tests.Text;

[Trait("Scenario", "S-402")]
public sealed class NormalisationTests
{
    const string Clean = "Måns af Ekenstam 2026-02-11\nProv: Sv 2\n\nDet var en gång.";

    public static TheoryData<string> Disguises { get; } =
    [
        UnicodeForms.ToDecomposed(Clean),
        "\uFEFF" + Clean,
        Clean.Replace("Måns", "M\u200Bå\u200Dn\u00ADs", StringComparison.Ordinal),
        Clean.Replace(' ', '\u00A0'),
        Clean.Replace("\n", "\r\n", StringComparison.Ordinal),
        Clean.Replace('\n', '\r'),
        Clean.Replace('-', '\u2011'),
        "\0" + Clean.ToUpperInvariant(),
    ];

    [Theory]
    [MemberData(nameof(Disguises))]
    public void A_disguised_text_gives_the_result_of_the_clean_one(string text)
    {
        var (disguised, clean) = (ClassNv26b.Match(text), ClassNv26b.Match(Clean));

        disguised.Suggestions.Select(ClassNv26b.Describe).ShouldBe(["p02 0.95 + name_exact"]);
        disguised.Suggestions.Select(ClassNv26b.Describe).ShouldBe(clean.Suggestions.Select(ClassNv26b.Describe));
    }
}
