using FsCheck;
using FsCheck.Fluent;
using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>One name, however it is written, in the roster, the text and the file name alike.</summary>
public sealed class NameSpellingsTests
{
    const string Body = "\n\nThe ferry left before anybody had counted the passengers.\n";

    static readonly RosterStudent[] Pupils =
    [
        new("p1", "小红", "李"),
        new("p2", "서연", "박"),
        new("p3", "ジャン・リュ", "ボワ"),
        new("p4", "Mercè", "Vil·la"),
        new("p5", "Leilani", "Kaʻawa"),
        new("p6", "Johanna (Hanna)", "Sund"),
        new("p7", "Zoé", "D'Orsay"),
        new("p8", "Sofia", "Grafström"),
        new("p9", "محمد", "العلي"),
        new("p10", "Işıl", "Yılmaz"),
        new("p11", "Νίκος", "Παππάς"),
        new("p12", "明", "高"),
        new("p13", "Anna", "Lin Ma"),
        new("p14", "Lin", "Ma"),
    ];

    [Theory]
    [InlineData("Björn Ek/Lund.")]
    [InlineData("*Björn Ek/Lund*")]
    [InlineData("/ Björn Ek/Lund")]
    [InlineData("Ek/Lund, Björn")]
    public void Signs_around_a_name_that_holds_one_are_no_part_of_it(string line) =>
        ClassNv26b.MatchIn([new("p1", "Björn", "Ek/Lund")], line + Body).Suggestions[0].AutoConfirmEligible.ShouldBeTrue(line);

    [Theory]
    [InlineData("Name: 李小红", "p1")]
    [InlineData("李小红 2026-02-11", "p1")]
    [InlineData("李小红", "p1")]
    [InlineData("小红 李", "p1")]
    [InlineData("Name: 박서연", "p2")]
    [InlineData("박 서연 2026-02-11", "p2")]
    [InlineData("박서연", "p2")]
    [InlineData("Namn: 高明", "p12")]
    [InlineData("ジャン・リュ ボワ 2026-02-11", "p3")]
    [InlineData("ｼﾞｬﾝ･ﾘｭ･ﾎﾞﾜ", "p3")]
    [InlineData("ジャン・リュ・ボワ", "p3")]
    [InlineData("Mercè Vil·la 2026-02-11", "p4")]
    [InlineData("Name: Mercè Vi\u0140la", "p4")]
    [InlineData("Leilani Ka'awa", "p5")]
    [InlineData("Leilani Kaawa 2026-02-11", "p5")]
    [InlineData("Johanna (Hanna) Sund", "p6")]
    [InlineData("Johanna \"Hanna\" Sund 2026-02-11", "p6")]
    [InlineData("Namn: Johanna ’Hanna’ Sund", "p6")]
    [InlineData("Zoé D′Orsay 2026-02-11", "p7")]
    [InlineData("Ｚｏé　D＇Orsay", "p7")]
    [InlineData("Ｎａｍｅ：Zoé D'Orsay", "p7")]
    [InlineData("So\uFB01a Grafström (hon/henne) 2026-02-11", "p8")]
    [InlineData("Sofia Grafström, she/her", "p8")]
    [InlineData("Sofia \"Fia\" Grafström", "p8")]
    [InlineData("SOFIA GRAFSTRÖM (hen)", "p8")]
    [InlineData("مُحَمَّد العلي", "p9")]
    [InlineData("محـــمد العلي 2026-02-11", "p9")]
    [InlineData("ﻣﺤﻤﺪ ﺍﻟﻌﻠﻲ", "p9")]
    [InlineData("IŞIL YILMAZ", "p10")]
    [InlineData("işil yilmaz", "p10")]
    [InlineData("ΝΊΚΟΣ ΠΑΠΠΆΣ", "p11")]
    public void A_name_is_found_in_whatever_signs_it_is_written(string line, string pupil)
    {
        var match = ClassNv26b.MatchIn(Pupils, line + Body);

        match.Suggestions.Select(suggestion => (suggestion.StudentId, suggestion.AutoConfirmEligible)).ShouldBe([(pupil, true)], line);
    }

    [Theory]
    [InlineData("李小红_48213_assignsubmission_file_x.docx", "p1")]
    [InlineData("박서연.docx", "p2")]
    [InlineData("vilĺa", null)]
    [InlineData("Vil·la Mercè.docx", "p4")]
    [InlineData("villamerce_9911_x.docx", "p4")]
    [InlineData("SofiaGrafstro\u0308m.docx", "p8")]
    public void And_in_the_file_name(string fileName, string? pupil) =>
        ClassNv26b
            .MatchIn(Pupils, "A night" + Body, fileName)
            .Suggestions.Select(suggestion => suggestion.StudentId)
            .FirstOrDefault()
            .ShouldBe(pupil);

    [Theory]
    [InlineData("Namn: Malin")]
    [InlineData("Malin")]
    [InlineData("小红")]
    [InlineData("李 大 红")]
    public void Half_a_name_or_another_name_confirms_nobody(string line) =>
        ClassNv26b.MatchIn(Pupils, line + Body).Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible);

    [Fact]
    public void A_vowel_sign_or_a_middle_character_makes_another_name()
    {
        Best([new("p1", "रमा", "शर्मा")], "रामी शर्मा").ShouldNotContain("name_folded");
        Best([new("p1", "明", "陈")], "陈 小 明").ShouldNotContain("name_exact");

        static string Best(RosterStudent[] pupils, string line) =>
            string.Join(' ', ClassNv26b.MatchIn(pupils, line + Body).Suggestions.Select(suggestion => suggestion.Describe()));
    }

    /// <summary>Letters of many scripts, and every sign that names have inside.</summary>
    static readonly Gen<string> Name = Gen.Elements(
            "Tove",
            "O'Dell",
            "Gal·la",
            "Siri-Lo",
            "(Annie)",
            "\"Bo\"",
            "Мария",
            "Ñusta",
            "王",
            "小明",
            "김민준",
            "レオ・ディ",
            "สมชาย",
            "राम",
            "محمد",
            "שָׂרָה",
            "𐐀𐐨",
            "Üllő",
            "\u200D",
            "ﬁna",
            "Ｔo"
        )
        .ListOf()
        .Where(words => words.Count is > 0 and < 4)
        .Select(words => string.Join(' ', words));

    [Fact]
    public void A_line_that_is_letter_for_letter_the_rosters_name_is_found() =>
        Prop.ForAll(
                Name.Zip(Name).Where(name => HasLetters(name.Item1) && HasLetters(name.Item2)).ToArbitrary(),
                name =>
                {
                    RosterStudent pupil = new("p1", name.Item1, name.Item2);
                    string[] lines =
                    [
                        $"{name.Item1} {name.Item2}",
                        $"Namn: {name.Item1} {name.Item2}",
                        $"{name.Item1} {name.Item2} 2026-02-11",
                        $"2026-02-11 {name.Item1} {name.Item2}",
                    ];
                    return lines.All(line => ClassNv26b.MatchIn([pupil], line + Body).Suggestions is [{ AutoConfirmEligible: true }]);
                }
            )
            .Check(Effort.Of(400));

    static bool HasLetters(string name) => Phase1.Text.TextNormalizer.ComparisonForm(name).Count(char.IsLetter) > 1;
}
