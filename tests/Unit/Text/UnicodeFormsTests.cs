using FsCheck;
using FsCheck.Fluent;
using Phase1.Text;

namespace Phase1.Unit.Tests.Text;

public sealed class UnicodeFormsTests
{
    /// <summary>Text, composed form and decomposed form, as another implementation of Unicode gives them.</summary>
    public static TheoryData<string, string, string> Forms { get; } =
        new()
        {
            { "\u0065\u0301", "\u00E9", "\u0065\u0301" },
            { "\u0041\u030A\u0301", "\u01FA", "\u0041\u030A\u0301" },
            { "\u1112\u1161\u11AB", "\uD55C", "\u1112\u1161\u11AB" },
            { "\u212B", "\u00C5", "\u0041\u030A" },
            { "\u2126", "\u03A9", "\u03A9" },
            { "\uF900", "\u8C48", "\u8C48" },
            { "\u0344", "\u0308\u0301", "\u0308\u0301" },
            { "\u0071\u0323\u0307", "\u0071\u0323\u0307", "\u0071\u0323\u0307" },
            { "\u0071\u0307\u0323", "\u0071\u0323\u0307", "\u0071\u0323\u0307" },
            { "\u0928\u093C", "\u0929", "\u0928\u093C" },
            { "\u1E9B\u0323", "\u1E9B\u0323", "\u017F\u0323\u0307" },
            { "\u0DD9\u0DCF\u0DCA", "\u0DDD", "\u0DD9\u0DCF\u0DCA" },
            { "\U0001D15E", "\U0001D157\U0001D165", "\U0001D157\U0001D165" },
            { "\U00011099\U000110BA", "\U0001109A", "\U00011099\U000110BA" },
            { "\u09C7\u09BE", "\u09CB", "\u09C7\u09BE" },
            {
                "\u0061\u0315\u0300\u05AE\u0300\u0300\u0062",
                "\u00E0\u05AE\u0300\u0300\u0315\u0062",
                "\u0061\u05AE\u0300\u0300\u0300\u0315\u0062"
            },
            { "\uAC00\u11A8", "\uAC01", "\u1100\u1161\u11A8" },
            { "\u1100\u1161\u0301\u11A8", "\uAC00\u0301\u11A8", "\u1100\u1161\u0301\u11A8" },
            { "\u006F\u0308\u0304", "\u022B", "\u006F\u0308\u0304" },
            { "\u0061\u0321\u0301", "\u00E1\u0321", "\u0061\u0321\u0301" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Forms_agree_with_the_standard(string text, string composed, string decomposed)
    {
        UnicodeForms.ToComposed(text).ShouldBe(composed);
        UnicodeForms.ToDecomposed(text).ShouldBe(decomposed);
    }

    [Fact]
    public void A_lone_surrogate_passes_through() => UnicodeForms.ToComposed("\uD800e\u0301\uDC00").ShouldBe("\uD800\u00E9\uDC00");

    [Theory]
    [InlineData("Måns e\u0301te\u0301 – och ”så” vidare", "Måns été – och ”så” vidare")]
    [InlineData("\u0301x\u0301", "\u0301x\u0301")]
    [InlineData("𐐀\u0301 a\U00011099\U000110BA b", "𐐀\u0301 a\U0001109A b")]
    [InlineData("o\u0308 \u201D o\u0308", "ö ” ö")]
    public void What_stands_between_the_marks_stays_as_it_is(string text, string composed) =>
        UnicodeForms.ToComposed(text).ShouldBe(composed);

    [Fact]
    public void Equivalent_texts_have_one_composed_form() =>
        Prop.ForAll(
                Gen.Elements(
                        "a",
                        "é",
                        "e\u0301",
                        "\u0323",
                        "\u0301",
                        "Å",
                        "\u212B",
                        "한",
                        "\u1112\u1161",
                        "\u11AB",
                        "𐐀",
                        "\U000110BA",
                        " ",
                        "\uD800"
                    )
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text =>
                {
                    var composed = UnicodeForms.ToComposed(text);
                    return composed == UnicodeForms.ToComposed(UnicodeForms.ToDecomposed(text))
                        && composed == UnicodeForms.ToComposed(composed);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Fifty_thousand_marks_in_the_wrong_order_are_sorted()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 25_000));

        UnicodeForms.ToComposed("a" + marks).ShouldStartWith("\u1EA1\u0323");
    }
}
