namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>What a header line must look like to be taken for a name: dates, codes, lengths and the words that titles are made of.</summary>
public sealed class HeaderShapeTests
{
    [Theory]
    [InlineData("2026-02-11")]
    [InlineData("2026/2/11")]
    [InlineData("11/2 2026")]
    [InlineData("11/2")]
    [InlineData("31/12")]
    [InlineData("1/1")]
    [InlineData("11.2.26")]
    [InlineData("11-2-2026")]
    [InlineData("2/11/26")]
    [InlineData("12/31/2026")]
    [InlineData("260211")]
    [InlineData("261231")]
    [InlineData("260101")]
    [InlineData("19000101")]
    [InlineData("21001231")]
    [InlineData("20260211")]
    [InlineData("11 februari 2026")]
    [InlineData("11 februari")]
    [InlineData("februari 2026")]
    [InlineData("Feb 11, 2026")]
    [InlineData("1 maj")]
    [InlineData("31 okt.")]
    [InlineData("3rd of March 3")]
    [InlineData("March 3rd")]
    public void A_date_allows_words_that_titles_are_made_of(string date) => Names($"Boken Hallgren, {date}").ShouldBe(["Boken Hallgren"]);

    [Theory]
    [InlineData("2026-13-11")]
    [InlineData("2026-02-32")]
    [InlineData("2026-00-11")]
    [InlineData("2026-02-00")]
    [InlineData("2026-02")]
    [InlineData("32/1")]
    [InlineData("1/13")]
    [InlineData("0/1")]
    [InlineData("1/0")]
    [InlineData("11.2")]
    [InlineData("11-2")]
    [InlineData("11:2:26")]
    [InlineData("11.2-26")]
    [InlineData("11.2.026")]
    [InlineData("13.13.26")]
    [InlineData("261301")]
    [InlineData("260132")]
    [InlineData("260100")]
    [InlineData("260001")]
    [InlineData("2602111")]
    [InlineData("18991231")]
    [InlineData("21010101")]
    [InlineData("512")]
    [InlineData("februari")]
    [InlineData("maj 32")]
    [InlineData("februari 1899")]
    [InlineData("februari 2101")]
    [InlineData("11 (maj)")]
    [InlineData("kl 11:30 maj")]
    [InlineData("123456789")]
    [InlineData("11e2")]
    public void What_is_no_date_does_not(string number) => Names($"Boken Hallgren, {number}").ShouldNotContain("Boken Hallgren");

    [Theory]
    [InlineData("Eng 6")]
    [InlineData("Engelska 7")]
    [InlineData("Svenska 2")]
    [InlineData("SV3")]
    [InlineData("åk 9")]
    [InlineData("årskurs 9")]
    [InlineData("klass 9C")]
    [InlineData("grade 9")]
    [InlineData("nr. 3")]
    [InlineData("512 ord")]
    [InlineData("512 words")]
    [InlineData("8 pm")]
    [InlineData("v. 7")]
    public void A_code_or_a_counted_word_cuts_the_line(string code)
    {
        Names($"Tove Hallgren {code}").ShouldBe(["Tove Hallgren"]);
        Names($"{code} Tove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"Tove Hallgren, {code}, Priya Raman").ShouldBe(["Tove Hallgren", "Priya Raman"]);
    }

    [Theory]
    [InlineData("info.hallgren")]
    [InlineData("contact_hallgren")]
    [InlineData("admin-hallgren")]
    [InlineData("student.hallgren")]
    [InlineData("elev.hallgren")]
    [InlineData("mail.hallgren")]
    [InlineData("email.hallgren")]
    [InlineData("t.hallgren")]
    [InlineData("hallgren")]
    public void The_local_part_of_a_mailbox_is_no_name(string local) => Names($"{local}@norrvik.example").ShouldBeEmpty();

    [Theory]
    [InlineData("tove.hallgren", "tove hallgren")]
    [InlineData("tove_hallgren", "tove hallgren")]
    [InlineData("tove-hallgren", "tove hallgren")]
    [InlineData("tove.i.hallgren12", "tove hallgren")]
    [InlineData("aa.bb.cc.dd.ee.ff", "aa bb cc dd ee ff")]
    public void The_local_part_of_a_strangers_address_is_a_name(string local, string name) =>
        Names($"{local}@nowhere.example").ShouldBe([name]);

    [Fact]
    public void A_local_part_of_seven_parts_is_no_name() => Names("aa.bb.cc.dd.ee.ff.gg@nowhere.example").ShouldBeEmpty();

    [Theory]
    [InlineData("essay")]
    [InlineData("UPPSATS")]
    [InlineData("svar")]
    public void An_assignment_is_no_name_even_with_a_date(string word) => Names($"{word} Hallgren 2026-02-11").ShouldBeEmpty();

    [Theory]
    [InlineData("review")]
    [InlineData("Titel")]
    [InlineData("the")]
    [InlineData("Och")]
    public void A_word_of_titles_is_no_name_without_a_date(string word) => Names($"{word} Hallgren").ShouldBeEmpty();

    [Theory]
    [InlineData("en två tre fyra fem", false)]
    [InlineData("Tove Anna Maria Lisa Hallgren", true)]
    [InlineData("Tove Anna Maria Lisa Eva Hallgren", false)]
    [InlineData("T. H.", false)]
    [InlineData("T. Hallgren", true)]
    [InlineData("T.I. Hallgren", true)]
    [InlineData("af von", false)]
    [InlineData("af Ek", true)]
    [InlineData("Tove Ha11gren", false)]
    [InlineData("Tove -Hallgren", false)]
    [InlineData("Tove Hallgren-", true)]
    [InlineData("Tove - Hallgren", true)]
    [InlineData("Tove H@llgren", false)]
    [InlineData("Tove|Hallgren Ek", false)]
    [InlineData("Tove\\Hallgren Ek", false)]
    public void A_header_line_is_a_name_of_two_to_five_words(string line, bool isName) => (Names(line).Count > 0).ShouldBe(isName);

    [Fact]
    public void A_name_has_at_most_fifty_characters_and_behind_a_label_sixty()
    {
        var (fifty, sixty) = ($"Tove {new string('a', 45)}", $"Tove {new string('a', 55)}");

        Names(fifty).ShouldBe([fifty]);
        Names(fifty + "a").ShouldBeEmpty();
        Names("Namn: " + sixty).ShouldBe([sixty]);
        Names($"Namn: {sixty}a").ShouldBeEmpty();
        Names("Namn: Tov").ShouldBe(["Tov"]);
        Names("Namn: To").ShouldBeEmpty();
        Names("Namn: En Två Tre Fyra Fem Sex").ShouldHaveSingleItem();
        Names("Namn: En Två Tre Fyra Fem Sex Sju").ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_sixty_characters_does_not_end_the_header_and_a_longer_one_does_unless_it_has_a_date()
    {
        Names($"{new string('x', 60)}\nTove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"{new string('x', 61)}\nTove Hallgren").ShouldBeEmpty();
        Names($"{new string('x', 61)} 2026-02-11\nTove Hallgren").ShouldBe(["Tove Hallgren"]);
    }

    [Theory]
    [InlineData("Det regnade.")]
    [InlineData("Det regnade!")]
    [InlineData("Hon sade: det regnar?")]
    [InlineData("Det regnade …")]
    [InlineData("\"Det regnade.\"")]
    [InlineData("(Det regnade.)")]
    [InlineData("Det regnade.”")]
    public void A_sentence_ends_the_header(string sentence) => Names($"En titel\n{sentence}\nTove Hallgren").ShouldBeEmpty();

    static IReadOnlyList<string> Names(string text) => ClassNv26b.Match(text).Extracted.Names;
}
