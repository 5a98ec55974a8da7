using System.Text;
using Phase1.Events;
using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using static Phase1.Tests.Infrastructure.Files.RawWordFile;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>Packages that Word opens although they are not as the standard wants them.</summary>
[Trait("Scenario", "S-301")]
public sealed class WordPackagesTests : ExtractionTests
{
    const string Body = "Lärkan kom i mars.";

    async Task ShouldBeRead(RawWordFile file, string text = Body)
    {
        var content = file.ToArray();
        FileSniffer.Examine("essay.docx", new MemoryStream(content), 1_000_000).IsRefused.ShouldBeFalse();
        (await TextOf(FileKind.WordDocument, content)).ShouldBe(text);
    }

    [Fact]
    public async Task Parts_may_be_encoded_in_UTF_16()
    {
        var file = Named(name => name);
        file.Encoding = Encoding.Unicode;

        await ShouldBeRead(file, $"Ebba Lilja\n{Body}");
    }

    static RawWordFile Named(Func<string, string> entryName)
    {
        var file = Of($"{Paragraph(Body)}<w:sectPr><w:headerReference r:id=\"rH\" w:type=\"default\"/></w:sectPr>")
            .With("rH", "header", "header1.xml", "w:hdr", Paragraph("Ebba Lilja"));
        file.EntryName = entryName;
        return file;
    }

    [Fact]
    public async Task Names_of_parts_may_have_another_slash_case_or_beginning()
    {
        await ShouldBeRead(Named(name => name.Replace('/', '\\')), $"Ebba Lilja\n{Body}");
        await ShouldBeRead(Named(name => name.ToUpperInvariant()), $"Ebba Lilja\n{Body}");
        await ShouldBeRead(Named(name => $"./{name}"), $"Ebba Lilja\n{Body}");
        await ShouldBeRead(Named(name => $"/{name}"), $"Ebba Lilja\n{Body}");
    }

    [Theory]
    [InlineData("/word/notes.xml")]
    [InlineData("notes.xml")]
    [InlineData("./notes.xml")]
    [InlineData("../word/notes.xml")]
    [InlineData("..\\word\\notes.xml")]
    [InlineData("/WORD/Notes.xml")]
    [InlineData("%6Eotes.xml")]
    public async Task A_relationship_finds_its_part_however_it_names_it(string target)
    {
        var file = Of($"{Paragraph(Body)}<w:sectPr><w:headerReference r:id=\"rT\" w:type=\"default\"/></w:sectPr>")
            .With("rH", "other", "notes.xml", "w:hdr", Paragraph("Ebba Lilja"))
            .Relate("rT", "header", target);

        await ShouldBeRead(file, $"Ebba Lilja\n{Body}");
    }

    [Fact]
    public async Task Parts_that_are_missing_and_undeclared_relationships_do_not_matter()
    {
        await ShouldBeRead(
            Of(Paragraph(Body)).Relate("rI", "image", "media/image1.png").Relate("rS", "styles", "styles.xml").Relate("rN", "image", "NULL")
        );
        var undeclared = Of(Paragraph(Body));
        undeclared.DeclaresRelationships = false;
        await ShouldBeRead(undeclared);
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task A_document_type_definition_is_refused()
    {
        var file = Of(Paragraph(Body))
            .With("rS", "styles", "styles.xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY e \"e\">]><x>&e;</x>"));

        (await FailureOf(FileKind.WordDocument, file.ToArray())).ShouldBe(ValidationErrorCode.TextExtractionFailed);
    }

    [Fact]
    [Trait("Scenario", "S-304")]
    public async Task Elements_nested_too_deeply_are_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:ins>", 5000)) + string.Concat(Enumerable.Repeat("</w:ins>", 5000));

        var outcome = await Extract(FileKind.WordDocument, Of($"<w:p>{nested}</w:p>").ToArray());

        outcome.ErrorMessage.ShouldBe("The document is nested too deeply.");
    }
}
