namespace Phase1.Unit.Tests.Nlp.Matching;

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
        ClassNv26b.Match($"{teacher} i skolan x@norrvik.example").Extracted.Emails.ShouldBeEmpty();
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

    static IReadOnlyList<string> Names(string text) => ClassNv26b.Match(text).Extracted.Names;
}
