using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using static Phase1.Tests.Infrastructure.Files.RawWordFile;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>Page headers and footers that a section really shows.</summary>
[Trait("Scenario", "S-301")]
public sealed class WordPagesTests : ExtractionTests
{
    const string Body = "Isen låg ännu kvar på viken.";

    static string Reference(string type, string id, string part = "header") => $"<w:{part}Reference w:type=\"{type}\" r:id=\"{id}\"/>";

    static string Section(string properties) => $"<w:p><w:pPr><w:sectPr>{properties}</w:sectPr></w:pPr>{Run(Body)}</w:p>";

    async Task<string[]> Lines(string body, string settings = "")
    {
        var file = Of(body)
            .With("rSet", "settings", "settings.xml", "w:settings", settings)
            .With("r1", "header", "header1.xml", "w:hdr", Paragraph("Första"))
            .With("r2", "header", "header2.xml", "w:hdr", Paragraph("Vanlig"))
            .With("r3", "header", "header3.xml", "w:hdr", Paragraph("Jämn"))
            .With("r4", "footer", "footer1.xml", "w:ftr", Paragraph("Fot"))
            .Relate("r5", "header", "header5.xml");
        return (await TextOf(FileKind.WordDocument, file.ToArray())).Split('\n');
    }

    [Theory]
    [InlineData("", "Vanlig")]
    [InlineData("<w:titlePg/>", "Första Vanlig")]
    [InlineData("<w:titlePg w:val=\"0\"/>", "Vanlig")]
    public async Task A_header_for_the_first_page_is_shown_when_the_section_has_a_title_page(string title, string shown)
    {
        var references = Reference("first", "r1") + Reference("default", "r2") + Reference("even", "r3");

        (await Lines($"{Paragraph(Body)}<w:sectPr>{references}{title}</w:sectPr>")).ShouldBe([.. shown.Split(' '), Body]);
    }

    [Theory]
    [InlineData("<w:evenAndOddHeaders/>", "Vanlig Jämn")]
    [InlineData("<w:evenAndOddHeaders w:val=\"false\"/>", "Vanlig")]
    public async Task A_header_for_even_pages_is_shown_when_the_document_tells_them_apart(string settings, string shown)
    {
        var references = Reference("default", "r2") + Reference("even", "r3");

        (await Lines($"{Paragraph(Body)}<w:sectPr>{references}</w:sectPr>", settings)).ShouldBe([.. shown.Split(' '), Body]);
    }

    [Fact]
    public async Task A_section_inherits_what_it_does_not_state()
    {
        var first = Section(Reference("first", "r1") + Reference("default", "r2"));

        (await Lines($"{first}{Paragraph(Body)}<w:sectPr><w:titlePg/></w:sectPr>")).ShouldBe(["Vanlig", "Första", Body, Body]);
    }

    [Fact]
    public async Task A_header_that_nothing_refers_to_or_that_an_earlier_section_had_is_not_read()
    {
        const string Change = "<w:sectPrChange><w:sectPr><w:titlePg/></w:sectPr></w:sectPrChange>";

        (await Lines($"{Paragraph(Body)}<w:sectPr/>")).ShouldBe([Body]);
        (await Lines($"{Paragraph(Body)}<w:sectPr>{Reference("first", "r1")}{Change}</w:sectPr>")).ShouldBe([Body]);
        (await Lines($"{Paragraph(Body)}<w:sectPr>{Reference("default", "r5")}</w:sectPr>")).ShouldBe([Body]);
    }

    [Fact]
    public async Task Footers_follow_the_text() =>
        (
            await Lines($"{Paragraph(Body)}<w:sectPr>{Reference("default", "r4", "footer")}{Reference("default", "r2")}</w:sectPr>")
        ).ShouldBe(["Vanlig", Body, "Fot"]);
}
