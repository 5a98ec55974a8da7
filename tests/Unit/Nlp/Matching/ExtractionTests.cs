using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

public sealed class ExtractionTests
{
    [Theory]
    [Trait("Scenario", "S-403")]
    [InlineData("Aino Taskinen")]
    [InlineData("Per Boklund")]
    [InlineData("Anna-Lisa Svarén-Boklund")]
    [InlineData("Rowan O'Dell")]
    [InlineData("D'Arcy O'Neill-M'Bow")]
    [InlineData("My Lind 2026-02-11")]
    public void Names_that_look_like_other_words_are_found(string line) =>
        Names(line).ShouldBe([line.Replace(" 2026-02-11", "", StringComparison.Ordinal)]);

    [Theory]
    [Trait("Scenario", "S-404")]
    [InlineData("2026-02-11 Tove Hallgren")]
    [InlineData("Tove Hallgren 11/2 2026")]
    [InlineData("NV26B Tove Hallgren 11.2.26")]
    [InlineData("260211 Tove Hallgren NV26B")]
    [InlineData("11 februari 2026 Tove Hallgren, Eng 6")]
    [InlineData("Feb 11, 2026 - Tove Hallgren (NV26B)")]
    [InlineData("Svenska 2, Hallgren, Tove, klass 9C")]
    [InlineData("9C Tove Hallgren åk 9 kl. 13:45")]
    [InlineData("Ms Tove Hallgren, NV26B")]
    [InlineData("Hallgren,Tove,NV26B")]
    [InlineData("Tove Hallgren Kurs: Sv 2")]
    public void Dates_and_codes_on_any_side_leave_the_name(string line) => Names(line).ShouldBe(["Tove Hallgren"]);

    [Theory]
    [Trait("Scenario", "S-405")]
    [InlineData("Lärare: Sten Bruse, sten.bruse@norrvik.example")]
    [InlineData("Undervisande lärare - Sten Bruse sten.bruse@norrvik.example")]
    [InlineData("Teacher = Sten Bruse <mailto:sten.bruse@norrvik.example>")]
    [InlineData("Handledare Sten Bruse")]
    [InlineData("Examiner Dr Bruse")]
    public void A_teacher_line_leaves_nothing_and_the_student_below_is_found(string line)
    {
        var extracted = ClassNv26b.Match($"{line}\nTove Hallgren").Extracted;

        extracted.Names.ShouldBe(["Tove Hallgren"]);
        extracted.Emails.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_that_begins_like_a_teacher_label_is_no_teacher_line() => Names("Mentorsson Tove").ShouldBe(["Mentorsson Tove"]);

    [Theory]
    [InlineData("Namn: Tove Hallgren")]
    [InlineData("STUDENT NAME = Tove Hallgren")]
    [InlineData("Av - Tove Hallgren")]
    [InlineData("Inlämnad av: \"Tove Hallgren\" (NV26B) 2026-02-11")]
    [InlineData("Elev: Hallgren, Tove, tove@norrvik.example")]
    [InlineData("Förnamn: Tove\nEfternamn: Hallgren")]
    [InlineData("Last name: Hallgren\nKurs: Eng 6\nFirst name: Tove")]
    [InlineData("Förnamn: Tove Efternamn: Hallgren")]
    public void A_label_gives_the_name(string text) => Names(text).ShouldBe(["Tove Hallgren"]);

    [Theory]
    [InlineData("Namnet: Tove")]
    [InlineData("Elev:")]
    [InlineData("Namn: T")]
    [InlineData("Namn: en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton")]
    public void What_is_no_label_or_no_name_gives_nothing(string text) => Names(text).ShouldBeEmpty();

    [Fact]
    public void A_label_is_found_down_to_line_twenty_and_no_further()
    {
        Names(new string('\n', 19) + "Namn: Tove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names(new string('\n', 20) + "Namn: Tove Hallgren").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Essay Tove Hallgren 2026-02-11")]
    [InlineData("The Old Bridge")]
    [InlineData("Bokrecension prov")]
    [InlineData("Hallgren")]
    [InlineData("Tove Hallgren gick hem.")]
    [InlineData("Bo {Hallgren}")]
    [InlineData("Tove, Ingrid, Hallgren")]
    public void Header_lines_that_do_not_look_like_names_give_nothing(string line) => Names(line).ShouldBeEmpty();

    [Fact]
    public void Header_lines_end_with_the_first_sentence_but_an_initial_is_none()
    {
        Names("Tove H.\nSolen sken.\nPriya Raman").ShouldBe(["Tove H."]);
        Names("Ett\nTvå\nTre\nFyra\nFem\nTove Hallgren").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Tove Hallgren och Priya Raman", "Tove Hallgren|Priya Raman")]
    [InlineData("Tove & Måns af Ekenstam 2026-02-11", "Tove af Ekenstam|Måns af Ekenstam")]
    [InlineData("Tove Hallgren/Priya Raman; Malin Nyqvist", "Tove Hallgren|Priya Raman|Malin Nyqvist")]
    [InlineData("Tove Hallgren, Priya Raman", "Tove Hallgren|Priya Raman")]
    public void Several_authors_are_several_names(string line, string names) => Names(line).ShouldBe(names.Split('|'));

    [Theory]
    [InlineData("Rodríguez, Ana Lucía", "Ana Lucía Rodríguez")]
    [InlineData("de la Cruz, Ana Lucía", "Ana Lucía de la Cruz")]
    [InlineData("de la Cruz, Ana", "Ana de la Cruz")]
    [InlineData("Tornberg Lo, Ebba", "Ebba Tornberg Lo")]
    [InlineData("Tornberg Lo, Ebba Maria", "Tornberg Lo|Ebba Maria")]
    [InlineData("Namn: af Ekenstam, Måns Viktor", "Måns Viktor af Ekenstam")]
    public void A_comma_turns_a_surname_around_with_its_particles(string line, string names) => Names(line).ShouldBe(names.Split('|'));

    [Theory]
    [InlineData("By Tove Hallgren")]
    [InlineData("av Tove Hallgren")]
    [InlineData("Skriven av Tove Hallgren")]
    [InlineData("Written by Hallgren, Tove, NV26B")]
    [InlineData("Inlämnad av Tove Hallgren 2026-02-11")]
    public void A_by_line_below_the_title_gives_the_name_without_a_colon(string line) =>
        Names($"En lång höst\n{line}").ShouldBe(["Tove Hallgren"]);

    [Theory]
    [InlineData("Avsson Tove", "Avsson Tove")]
    [InlineData("av Ekenstam, Måns", "Måns av Ekenstam")]
    [InlineData("By", "")]
    [InlineData("By the Old Bridge", "")]
    public void What_only_begins_like_a_by_line_is_none(string line, string name) => Names(line).ShouldBe(name.Length == 0 ? [] : [name]);

    [Theory]
    [InlineData("Vem bestämmer?\nTove Hallgren", true)]
    [InlineData("Should phones be banned?\n\nTove Hallgren", true)]
    [InlineData("- Vem är det?\nTove Hallgren", false)]
    [InlineData("\"Vem är det?\nTove Hallgren", false)]
    [InlineData("”Vem är det?\nTove Hallgren", false)]
    [InlineData("Det regnar. Vem är det?\nTove Hallgren", false)]
    [InlineData("Vem är det? Hallå där?\nTove Hallgren", false)]
    [InlineData("Vem är det, som kommer här och tror att allt ordnar sig till slut?\nTove Hallgren", false)]
    [InlineData("En lång höst\nVem är det?\nTove Hallgren", false)]
    [InlineData("Tack så mycket!\nTove Hallgren", false)]
    public void A_question_as_title_does_not_end_the_header_but_a_spoken_or_a_later_one_does(string text, bool found) =>
        Names(text).ShouldBe(found ? ["Tove Hallgren"] : []);

    [Fact]
    public void A_salutation_counts_only_when_nothing_else_gave_a_name()
    {
        Names("Hej Rowan O'Dell!").ShouldBe(["Rowan O'Dell"]);
        Names("Dear Rowan O'Dell,\nTove Hallgren").ShouldBe(["Tove Hallgren"]);
        Names("Dear Rowan O'Dell,", "tove_hallgren.docx").ShouldBeEmpty();
    }

    [Fact]
    public void Addresses_are_cleaned_and_told_apart_by_place()
    {
        var middle = string.Concat(Enumerable.Repeat("Solen sken.\n", 30));
        var match = ClassNv26b.Match(
            $"<mailto:Tove.Hallgren@elev.norrvik.example>.\n{middle}x priya@raman.example, y\n{middle}MALTE@nyqvist.example."
        );

        match.Extracted.Emails.ShouldBe(["tove.hallgren@elev.norrvik.example", "priya@raman.example", "malte@nyqvist.example"]);
    }

    [Theory]
    [InlineData("a@b")]
    [InlineData("@elev.norrvik.example")]
    [InlineData("tove@.example")]
    [InlineData("tove@a..example")]
    public void What_is_no_address_is_not_taken_for_one(string text) => ClassNv26b.Match(text).Extracted.Emails.ShouldBeEmpty();

    [Fact]
    public void Capitalised_words_near_an_address_are_a_name_when_nothing_else_is()
    {
        var body = "Solen sken över hela staden den dagen och alla var ute på promenad.\n";

        Names($"{body}Tove Hallgren (tove@norrvik.example)").ShouldBe(["Tove Hallgren"]);
        Names($"{body}kontakta gärna Tove Hallgren (tove@norrvik.example) om det.").ShouldBeEmpty();
        Names($"{body}Måns af Ekenstam\ntove@norrvik.example").ShouldBe(["Måns af Ekenstam"]);
        Names($"{body}Källa: Måns Ekenstam\nx1@norrvik.example").ShouldBeEmpty();
        Names($"{body}Tove Hallgren {new string('x', 51)} x1@norrvik.example").ShouldBeEmpty();
    }

    [Fact]
    public void The_local_part_is_a_name_when_the_text_has_none_and_the_address_is_nobodys()
    {
        Names("malte.nyqvist99@mail.example").ShouldBe(["malte nyqvist"]);
        Names("info.nyqvist@mail.example").ShouldBeEmpty();
        ClassNv26b.Match("malte.nyqvist99@mail.example").Suggestions[0].Describe().ShouldBe("p04 0.65 - email_local_part, close_second");
    }

    static IReadOnlyList<string> Names(string text, string? fileName = null) => ClassNv26b.Match(text, fileName).Extracted.Names;
}
