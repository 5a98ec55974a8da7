using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Phase1.Text;

namespace Phase1.Unit.Tests.Text;

/// <summary>The one form in which names are compared, whoever wrote them on whatever keyboard.</summary>
public sealed class ComparisonFormTests
{
    static readonly string[] Names =
    [
        "Måns af Ekenstam",
        "Siri-Lo D'Arcy",
        "Łukasz Żak",
        "Νίκος Παππάς",
        "김민준",
        "王小明",
        "שרה כהן",
        "علي حسن",
    ];

    [Theory]
    [InlineData("Hallgren, Tove!", "hallgren tove")]
    [InlineData("Siri - Lo  WIKANDER", "siri-lo wikander")]
    [InlineData("(ÅSA) [\"B\"] {c}; d: e? * f/g | #h", "åsa b c d e f g h")]
    [InlineData("- Ek -", "ek")]
    [InlineData("Bo 2", "bo 2")]
    [InlineData("Tove\tEk\nLo", "tove ek lo")]
    [InlineData("Tove 🌸 Ek", "tove ek")]
    [InlineData("★", "")]
    [InlineData("", "")]
    public void Case_and_punctuation_make_no_difference(string text, string expected) =>
        TextNormalizer.ComparisonForm(text).ShouldBe(expected);

    [Theory]
    [InlineData(1)]
    [InlineData(129)]
    [InlineData(5_000)]
    public void A_letter_that_becomes_two_does_so_in_texts_of_any_length(int length) =>
        TextNormalizer.ComparisonForm(new string('ß', length)).ShouldBe(new string('s', 2 * length));

    [Fact]
    public void A_lone_surrogate_stays() => TextNormalizer.ComparisonForm("\uD800Ek").ShouldBe("\uD800ek");

    [Theory]
    [InlineData("Ｔｏｖｅ　Ｅｋ", "tove ek")]
    [InlineData("So\uFB01a Ru\uFB00", "sofia ruff")]
    [InlineData("𝓣𝓸𝓿𝓮 ᵉᵏ Ⓛⓞ", "tove ek lo")]
    [InlineData("ﻋﻠﻲ", "علي")]
    [InlineData("ｶﾞｽﾞ", "ガズ")]
    [InlineData("⼩明", "小明")]
    [InlineData("Straße STRASSE GROẞ", "strasse strasse gross")]
    [InlineData("ΝΙΚΟΣ Νικος Νίκος Νι\u0301κος", "νικοσ νικοσ νικοσ νικοσ")]
    [InlineData("ΜΑΪΟΣ Μάιος Ἑλένη ΕΛΕΝΗ", "μαιοσ μαιοσ ελενη ελενη")]
    [InlineData("İPEK ipek ıpek IPEK i\u0307pek", "ipek ipek ipek ipek ipek")]
    [InlineData("Եւա և", "եւա եւ")]
    public void Letters_of_another_shape_are_the_same_letters(string text, string expected) =>
        TextNormalizer.ComparisonForm(text).ShouldBe(expected);

    [Theory]
    [InlineData("O'Dell O’Dell OʻDell OʼDell O′Dell O＇Dell O`Dell O´Dell OʹDell OʿDell Oꞌdell", "o'dell")]
    [InlineData("Gal·la Gal‧la Gal⋅la Gaŀla Gal•la Gal⸱la Galla", "galla")]
    [InlineData("Lo-Ek Lo‐Ek Lo‑Ek Lo–Ek Lo−Ek Lo－Ek Lo־Ek", "lo-ek")]
    public void Signs_of_all_keyboards_are_one_sign(string words, string expected) =>
        TextNormalizer.ComparisonForm(words).Split(' ').ShouldAllBe(word => word == expected);

    [Theory]
    [InlineData("レオ・ディ", "レオ ディ")]
    [InlineData("レオ･ディ", "レオ ディ")]
    [InlineData("Anna (Annie) Ek", "anna annie ek")]
    [InlineData("Anna \"Annie\" Ek", "anna annie ek")]
    [InlineData("Anna 'Annie' Ek", "anna annie ek")]
    [InlineData("Anna «Annie», Ek", "anna annie ek")]
    [InlineData("Anna 「Annie」 Ek", "anna annie ek")]
    [InlineData("ʿAlī 'Aulani", "alī aulani")]
    [InlineData("Ek · 9C", "ek 9c")]
    [InlineData("Ek、Bo。", "ek bo")]
    [InlineData("O''Dell O'-Ek", "o dell o -ek")]
    public void Brackets_quotation_marks_and_dots_between_words_are_blanks(string text, string expected) =>
        TextNormalizer.ComparisonForm(text).ShouldBe(expected);

    /// <summary>The first and the last of each range of Default_Ignorable_Code_Point in the Unicode Character Database, and Arabic tatweel.</summary>
    [Theory]
    [InlineData(0x00AD, 0x00AD)]
    [InlineData(0x034F, 0x034F)]
    [InlineData(0x061C, 0x0640)]
    [InlineData(0x115F, 0x1160)]
    [InlineData(0x17B4, 0x17B5)]
    [InlineData(0x180B, 0x180F)]
    [InlineData(0x200B, 0x200F)]
    [InlineData(0x202A, 0x202E)]
    [InlineData(0x2060, 0x206F)]
    [InlineData(0x3164, 0xFFA0)]
    [InlineData(0xFE00, 0xFE0F)]
    [InlineData(0xFEFF, 0xFFF0)]
    [InlineData(0x1BCA0, 0x1BCA3)]
    [InlineData(0x1D173, 0x1D17A)]
    [InlineData(0xE0000, 0xE0FFF)]
    public void What_nothing_shows_is_no_difference_between_names(int first, int last)
    {
        foreach (var invisible in new[] { first, last }.Select(char.ConvertFromUtf32))
        {
            TextNormalizer.ComparisonForm($"{invisible}Ma{invisible}\u030Ans {invisible}Ek{invisible}").ShouldBe("måns ek");
            TextNormalizer.ReadingForm($"{invisible} Tove {invisible} Ek {invisible}\n{invisible} x").ShouldBe("Tove Ek\nx");
        }
    }

    [Theory]
    [InlineData('\u115F')]
    [InlineData('\u1160')]
    [InlineData('\u180E')]
    [InlineData('\u2800')]
    [InlineData('\u3164')]
    [InlineData('\uFFA0')]
    public void A_filler_is_nothing_within_a_word_and_a_blank_between_words(char filler)
    {
        TextNormalizer.Normalize($"To{filler}ve{filler}{filler}Hallgren{filler}").ShouldBe("Tove Hallgren");
        TextNormalizer.ComparisonForm($"To{filler}ve {filler}Hallgren").ShouldBe("tove hallgren");
        TextNormalizer.ReadingForm($"𐐀{filler}𐐨: {filler}\n{filler}9{filler}C").ShouldBe("𐐀𐐨:\n9 C");
        TextNormalizer.Normalize($"{filler}").ShouldBeEmpty();
    }

    [Fact]
    public void Capitals_of_every_script_are_their_small_letters()
    {
        var letters = Enumerable
            .Range(0, 0x110000)
            .Where(Rune.IsValid)
            .Select(code => new Rune(code))
            .Where(letter => Rune.ToUpperInvariant(letter) != letter || Rune.ToLowerInvariant(letter) != letter)
            .ToList();

        letters.Count.ShouldBeGreaterThan(2000);
        foreach (var letter in letters)
        {
            var forms = new[] { letter, Rune.ToUpperInvariant(letter), Rune.ToLowerInvariant(letter) }
                .Select(each => TextNormalizer.ComparisonForm($"x{each}x"))
                .Distinct();
            forms.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void The_forms_are_forms_of_themselves_whatever_the_text() =>
        Prop.ForAll(
                Gen.Elements(
                        "a",
                        "Å",
                        "ﬁ",
                        "ｶ",
                        "ﾞ",
                        "\u0301",
                        "\u0307",
                        "İ",
                        "ß",
                        "'",
                        "ʻ",
                        "·",
                        "・",
                        "-",
                        "–",
                        " ",
                        "\t",
                        "\n",
                        "\u200D",
                        "(",
                        "、",
                        "한",
                        "𐐀",
                        "\uD800",
                        "\u0640",
                        "﷽"
                    )
                    .ListOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                text =>
                {
                    var (read, compared) = (TextNormalizer.ReadingForm(text), TextNormalizer.ComparisonForm(text));
                    return read == TextNormalizer.ReadingForm(read)
                        && compared == TextNormalizer.ComparisonForm(read)
                        && compared == TextNormalizer.ComparisonForm(compared);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void However_a_name_is_written_its_form_is_the_same() =>
        Prop.ForAll(
                Gen.Elements(Names).Zip(Gen.Choose(0, 6)).Zip(Gen.Choose(0, 6)).ToArbitrary(),
                given =>
                {
                    var ((name, first), second) = given;
                    return TextNormalizer.ComparisonForm(Disguise(Disguise(name, first), second)) == TextNormalizer.ComparisonForm(name);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    static string Disguise(string name, int kind) =>
        kind switch
        {
            0 => UnicodeForms.ToDecomposed(name),
            1 => name.ToUpperInvariant(),
            2 => name.ToLowerInvariant(),
            3 => string.Join('\u200D', name.EnumerateRunes()),
            4 => string.Concat(name.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)),
            5 => name.Replace(" ", " \u00A0\t", StringComparison.Ordinal).Replace('-', '\u2010'),
            _ => name.Replace('\'', 'ʻ'),
        };
}
