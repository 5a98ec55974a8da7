using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Matching;

/// <summary>Every word of the specification's lists does what its list says.</summary>
public sealed class HeaderWordTests
{
    [Theory]
    [InlineData("Name")]
    [InlineData("Student")]
    [InlineData("Student name")]
    [InlineData("Pupil")]
    [InlineData("Pupil name")]
    [InlineData("Full name")]
    [InlineData("Author")]
    [InlineData("By")]
    [InlineData("Written by")]
    [InlineData("Submitted by")]
    [InlineData("Namn")]
    [InlineData("Elev")]
    [InlineData("Elevens namn")]
    [InlineData("Elevnamn")]
    [InlineData("Författare")]
    [InlineData("Skribent")]
    [InlineData("Av")]
    [InlineData("Skriven av")]
    [InlineData("Inlämnad av")]
    public void A_label_is_followed_by_the_name(string label)
    {
        Names($"{label}: Tove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"{label.ToUpperInvariant()} = Tove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"{label} - Tove").ShouldBe(["Tove"]);
        Names($"{label}-Tove").ShouldNotContain("Tove");
        Names($"{label}x: Tove Hallgren").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Förnamn", "Efternamn")]
    [InlineData("First name", "Last name")]
    public void Two_labels_give_one_name(string given, string surname)
    {
        Names($"{given}: Tove\n{surname}: Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"{surname}: Hallgren {given}: Tove").ShouldBe(["Tove Hallgren"]);
        Names($"{given}: Tove").ShouldBe(["Tove"]);
        Names($"{given}: (Tove), 260211\n{surname}: \"Hallgren\" tove@norrvik.example").ShouldBe(["Tove Hallgren"]);
    }

    [Theory]
    [InlineData("Prov")]
    [InlineData("Kurs")]
    [InlineData("Course")]
    [InlineData("Datum")]
    [InlineData("Date")]
    [InlineData("Antal ord")]
    [InlineData("Word count")]
    [InlineData("Titel")]
    [InlineData("Title")]
    [InlineData("Uppgift")]
    [InlineData("Ämne")]
    [InlineData("Subject")]
    [InlineData("Skola")]
    [InlineData("School")]
    [InlineData("Klass")]
    [InlineData("Class")]
    [InlineData("Tid")]
    [InlineData("Time")]
    [InlineData("E-post")]
    [InlineData("E-mail")]
    [InlineData("Kontakt")]
    public void An_information_line_is_no_header_line_and_ends_a_name(string information)
    {
        var lines = string.Concat(Enumerable.Repeat($"{information}: x\n", 5));

        Names(lines + "Tove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names($"Tove Hallgren {information}: x").ShouldBe(["Tove Hallgren"]);
    }

    [Theory]
    [InlineData("Teacher")]
    [InlineData("Lärare")]
    [InlineData("Undervisande lärare")]
    [InlineData("Examiner")]
    [InlineData("Examinator")]
    [InlineData("Handledare")]
    [InlineData("Mentor")]
    [InlineData("Supervisor")]
    [InlineData("Instructor")]
    public void A_teacher_line_is_blank(string teacher)
    {
        foreach (var joint in new[] { ":", " -", "=", "" })
        {
            var extracted = ClassNv26b.Match($"{teacher}{joint} Priya Raman priya@norrvik.example\nTove Hallgren").Extracted;

            extracted.Names.ShouldBe(["Tove Hallgren"]);
            extracted.Emails.ShouldBeEmpty();
        }

        Names($"Tove Hallgren, {teacher}: Priya Raman").ShouldBe(["Tove Hallgren"]);
        ClassNv26b.Match($"{teacher} i skolan x@norrvik.example").Extracted.Emails.ShouldBe(["x@norrvik.example"]);
    }

    [Theory]
    [InlineData("Dear")]
    [InlineData("Hi")]
    [InlineData("Hello")]
    [InlineData("To")]
    [InlineData("Hej")]
    [InlineData("Hejsan")]
    [InlineData("Hallå")]
    [InlineData("Kära")]
    [InlineData("Käre")]
    [InlineData("Bästa")]
    [InlineData("Bäste")]
    [InlineData("Till")]
    public void A_greeted_person_is_a_weak_name(string greeting)
    {
        var match = ClassNv26b.Match($"{greeting} Rowan O'Dell,\n");

        match.Extracted.Names.ShouldBe(["Rowan O'Dell"]);
        match.Suggestions[0].Describe().ShouldBe("p10 0.65 - salutation");
    }

    [Theory]
    [InlineData("Mr")]
    [InlineData("Mrs.")]
    [InlineData("ms")]
    [InlineData("Dr.")]
    [InlineData("Herr")]
    [InlineData("Fru")]
    [InlineData("Fröken")]
    [InlineData("Herr Dr.")]
    public void A_title_is_no_part_of_the_name(string title) => Names($"{title} Tove Hallgren").ShouldBe(["Tove Hallgren"]);

    [Theory]
    [InlineData("och")]
    [InlineData("and")]
    [InlineData("samt")]
    [InlineData("&")]
    [InlineData("+")]
    [InlineData("/")]
    [InlineData(";")]
    [InlineData("OCH")]
    public void Two_names_with_a_joint_are_two_authors(string joint)
    {
        Names($"Tove Hallgren {joint} Priya Raman").ShouldBe(["Tove Hallgren", "Priya Raman"]);
        Names($"Tove {joint} Ingrid Hallgren").ShouldBe(["Tove Hallgren", "Ingrid Hallgren"]);
        Names($"Tove {joint} Hallgren").ShouldBeEmpty();
        Names($"Boken {joint} Ingrid Hallgren").ShouldBeEmpty();
    }

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
