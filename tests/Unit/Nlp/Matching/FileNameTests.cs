using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>File names as learning platforms, programs and students write them.</summary>
public sealed class FileNameTests
{
    const string Text = "En regnig höst\n\nDet var kallt.";

    public static TheoryData<string> NamesOfSiri { get; } =
    [
        "Siri-Lo Wikander_48213_assignsubmission_file_novell.docx",
        "Siri-Lo Wikander_48213_assignsubmission_onlinetext",
        "wikandersirilo_48213_9911_novell.docx",
        "wikandersirilo_LATE_48213_9911_novell-2.docx",
        "Novell_siri-lo.wikander_försök_2026-02-11-10-22-33_x.docx",
        "48213-9911 - Siri-Lo Wikander - Feb 11, 2026 1022 PM - novell.docx",
        "siri-lo.wikander@skola.example_1_inlämning.docx",
        "Siri-Lo Wikander - sen inlämning.docx",
        "Wikander, Siri-Lo - slutversion v2 (1).docx",
        "Kopia av SiriLo Wikander novell klar.docx",
        "NV26B Siri Lo Wikander omtenta.pdf",
        "SIRI-LO_WIKANDER.PDF",
        "Ｓｉｒｉ－Ｌｏ　Ｗｉｋａｎｄｅｒ.docx",
        "Siri-Lo%20Wikander%20novell.docx",
        "Siri-Lo Wikanders novell.docx",
        "Siri-Lo Wikander’s story.docx",
        "wikandersirilo2026.docx",
        "siri-lo.wikander3.docx",
    ];

    [Theory]
    [MemberData(nameof(NamesOfSiri))]
    public void A_students_name_among_other_words_is_evidence_and_contradicts(string fileName)
    {
        ClassNv26b.Match(Text, fileName).Suggestions[0].Describe().ShouldStartWith("p03 0.55 - file_name");
        ClassNv26b
            .Match($"Tove Hallgren 2026-02-11\n{Text}", fileName)
            .Suggestions[0]
            .Describe()
            .ShouldBe("p01 0.95 - name_exact, file_name_conflict");
        ClassNv26b
            .Match($"Siri-Lo Wikander 2026-02-11\n{Text}", fileName)
            .Suggestions[0]
            .Describe()
            .ShouldBe("p03 0.97 + name_exact, file_name");
    }

    [Theory]
    [InlineData("qv24117_novell_48213.docx", "p09")]
    [InlineData("rowan_odell.docx", "p10")]
    [InlineData("%C3%96rjan_F%C3%A4gersk%C3%B6ld.docx", "p08")]
    [InlineData("mans_ekenstam.docx", "p02")]
    [InlineData("Tove Ingrid Hallgren final.docx", "p01")]
    public void Accounts_names_without_their_signs_and_legal_names_count(string fileName, string student) =>
        ClassNv26b.Match(Text, fileName).Suggestions[0].StudentId.ShouldBe(student);

    [Theory]
    [InlineData("min_sommar.docx")]
    [InlineData("hallgren.docx")]
    [InlineData("essay_final.docx")]
    [InlineData("siri_tove.docx")]
    [InlineData("hallgrens.docx")]
    [InlineData("100% hallgren.docx")]
    [InlineData("Lo och Tove på landet.docx")]
    public void One_name_or_words_of_different_students_say_nothing(string fileName)
    {
        ClassNv26b.Match(Text, fileName).Suggestions.ShouldBeEmpty();
        ClassNv26b.Match($"Priya Raman\n{Text}", fileName).Suggestions[0].AutoConfirmEligible.ShouldBeTrue();
    }

    [Fact]
    public void A_given_name_that_is_a_common_word_does_not_conflict()
    {
        RosterStudent[] students = [new("p1", "My", "Lind"), new("p2", "Anna", "Lind"), new("p3", "Will", "Page")];

        ClassNv26b
            .MatchIn(students, "Anna Lind\n\nIt rained.", "my_summer_lind.docx")
            .Suggestions[0]
            .Describe()
            .ShouldBe("p2 0.95 + name_exact");
        ClassNv26b
            .MatchIn(students, "Anna Lind\n\nIt rained.", "anna_lind_my_page.docx")
            .Suggestions[0]
            .Describe()
            .ShouldContain("+ name_exact");
        ClassNv26b.MatchIn(students, Text, "my_lind.docx").Suggestions[0].StudentId.ShouldBe("p1");
    }

    [Fact]
    public void Two_students_in_a_file_name_leave_the_essay_to_the_teacher()
    {
        ClassNv26b
            .Match("Tove Hallgren 2026-02-11\n\nIt rained.", "tove hallgren review for priya raman.docx")
            .Suggestions[0]
            .Describe()
            .ShouldBe("p01 0.97 - name_exact, file_name, file_name_conflict");
        ClassNv26b
            .MatchIn([new("p1", "Anna", "Berg"), new("p2", "Maria", "Berg")], "Anna Berg\n\nIt rained.", "anna_maria_berg.docx")
            .Suggestions[0]
            .Describe()
            .ShouldBe("p1 0.97 + name_exact, file_name");
    }

    [Fact]
    public void Who_is_greeted_does_not_count_beside_a_file_name() =>
        ClassNv26b
            .Match("Dear Rowan O'Dell,\nThank you.", "x_tove_hallgren_1.docx")
            .Suggestions.Select(suggestion => suggestion.Describe())
            .ShouldBe(["p01 0.55 - file_name"]);
}
