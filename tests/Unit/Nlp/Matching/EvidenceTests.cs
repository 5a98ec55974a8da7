using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class EvidenceTests
{
    [Theory]
    [InlineData("Hallgren Tove", "p01 0.95 + name_exact")]
    [InlineData("Tove Ingrid Hallgren", "p01 0.95 + name_exact")]
    [InlineData("Tove I. Hallgren", "p01 0.95 + name_exact")]
    [InlineData("Malte B. Nyqvist", "p04 0.95 + name_exact")]
    [InlineData("Mans Viktor af Ekenstam", "p02 0.90 + name_folded")]
    [InlineData("Sirilo Wikander", "p03 0.90 + name_folded")]
    [InlineData("Priya de Raman", "p12 0.80 + name_particle")]
    [InlineData("P. Raman", "p12 0.65 - name_initials")]
    [InlineData("Quentin V.", "p09 0.65 - name_initials")]
    [InlineData("M. Nyqvist", "p04 0.55 - name_initials, namesake")]
    [InlineData("Lakshmi Raman", "p12 0.72 - name_second_given")]
    [InlineData("Lo Wikander", "p03 0.72 - name_second_given")]
    [InlineData("Malte Karlsson Nyqvist", "p04 0.76 - name_partial")]
    public void A_rule_holds(string name, string suggestion) => ClassNv26b.Match(name).Suggestions[0].Describe().ShouldBe(suggestion);

    [Theory]
    [InlineData("Tove K. Hallgren", "p01", "name_exact")]
    [InlineData("Tove Hallgrén", "p01", "name_exact")]
    [InlineData("Rowan O Dellen", "p10", "name_folded")]
    [InlineData("Måns vid Ekenstam", "p02", "name_particle")]
    [InlineData("R. Raman", "p12", "name_initials")]
    [InlineData("Wikander Raman", "p03", "name_second_given")]
    [InlineData("Ebba Ekdal", "p11", "name_partial")]
    [InlineData("Tove Sigrid Hallgren", "p01", "name_partial")]
    [InlineData("Viktor Ekdal", "p06", "name_fuzzy")]
    public void A_near_miss_of_a_rule_does_not_hold(string name, string student, string code) =>
        ClassNv26b
            .Match(name)
            .Suggestions.ShouldNotContain(suggestion => suggestion.StudentId == student && suggestion.MatchReasons.Contains(code));

    [Fact]
    public void A_particle_that_is_a_given_name_is_no_particle()
    {
        RosterStudent[] roster = [new("p1", "Ben", "Carter"), new("p2", "Minh", "Le")];

        ClassNv26b.MatchIn(roster, "Namn: Al Carter").Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible);
        ClassNv26b.MatchIn(roster, "Namn: Minh").Suggestions.ShouldAllBe(suggestion => !suggestion.AutoConfirmEligible);
        ClassNv26b.MatchIn(roster, "Namn: Minh Le").Suggestions[0].Describe().ShouldBe("p2 0.95 + name_exact");
    }

    [Fact]
    [Trait("Scenario", "S-408")]
    public void Fourteen_fifteenths_is_seventy_hundredths_and_eligible()
    {
        Similarity.Between("ingvar stenberg", "ingvar stenserg").Value.ShouldBe(14m / 15);

        var suggestion = ClassNv26b
            .MatchIn([new RosterStudent("p1", "Ingvar", "Stenberg")], "Ingvar Stenserg")
            .Suggestions.ShouldHaveSingleItem();

        suggestion.ConfidenceScore.ShouldBe(0.70m);
        suggestion.AutoConfirmEligible.ShouldBeTrue();
    }

    [Theory]
    [Trait("Scenario", "S-409")]
    [InlineData("qv24118")]
    [InlineData("qv2411")]
    [InlineData("qv.24117")]
    public void An_address_one_character_off_an_account_code_suggests_nobody(string localPart) =>
        ClassNv26b.Match(localPart + ClassNv26b.Domain).Suggestions.ShouldBeEmpty();

    [Fact]
    public void Digits_that_differ_forbid_automatic_confirmation() =>
        ClassNv26b
            .MatchIn([new RosterStudent("p1", "Tove", "Hallgren", null, "tove.hallgren1@elev.example")], "tove.hallgren2@elev.example")
            .Suggestions[0]
            .MatchReasons.ShouldBe(["email_fuzzy", "digits_differ"]);

    [Fact]
    public void Dots_do_not_matter_at_gmail_and_googlemail_is_another_domain()
    {
        RosterStudent[] roster = [new("p1", "Tove", "Hallgren", null, "tove.hallgren@gmail.com")];

        ClassNv26b.MatchIn(roster, "toveHallgren@GMAIL.com").Suggestions[0].Describe().ShouldBe("p1 0.98 + email_exact");
        ClassNv26b
            .MatchIn(roster, "tove.hallgren@googlemail.com")
            .Suggestions.ShouldNotContain(s => s.MatchReasons.Contains("email_exact"));
    }

    [Fact]
    public void A_name_on_a_later_header_line_is_for_review_when_it_only_resembles()
    {
        ClassNv26b.Match("Svenska\nTove Halgren").Suggestions[0].Describe().ShouldBe("p01 0.72 - name_fuzzy");
        ClassNv26b.Match("Tove Halgren\nSvenska").Suggestions[0].Describe().ShouldBe("p01 0.72 + name_fuzzy");
    }

    [Theory]
    [InlineData("", "", 0, 0)]
    [InlineData("abc", "", 0, 3)]
    [InlineData("abcbdab", "bdcaba", 4, 13)]
    [InlineData("ö𐐷x", "𐐷x", 2, 5)]
    [InlineData("\u007F\u0080", "\u007F\u0080\u0081", 2, 5)]
    public void Similarity_counts_the_longest_common_subsequence_in_code_points(string a, string b, int common, int total) =>
        Similarity.Between(a, b).ShouldBe(new Similarity(common, total));

    [Fact]
    public void Strings_longer_than_a_machine_word_are_compared_in_full()
    {
        var a = string.Concat(Enumerable.Range(0, 60).Select(i => (char)('a' + (i % 7)))) + new string('q', 80);
        var b = string.Concat(Enumerable.Range(0, 60).Select(i => (char)('a' + (i * 3 % 11)))) + new string('q', 70);

        Similarity.Between(a, b).Common.ShouldBe(ByTable(a, b));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(128)]
    [InlineData(130)]
    [InlineData(1_100)]
    public void Strings_of_any_length_and_letters_are_compared_in_full(int length)
    {
        var a = string.Concat(Enumerable.Range(0, length).Select(i => "aåbö"[(i * i / 3) % 4]));
        var b = string.Concat(Enumerable.Range(0, length).Select(i => "åbcö"[(i / 2) % 4]));

        Similarity.Between(a, b).Common.ShouldBe(ByTable(a, b));
        Similarity.Between(a, a).Common.ShouldBe(length);
    }

    [Fact]
    public void Half_a_pair_is_a_letter_of_its_own()
    {
        Length("\uD800").ShouldBe(1);
        Length("a\uD800b").ShouldBe(3);
        Length("\uDC00\uD800").ShouldBe(2);
        Length("😀").ShouldBe(1);

        static int Length(string text) => LcsPattern.CodePoints(text).Length;
    }

    static int ByTable(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[a.Length, b.Length];
    }
}
