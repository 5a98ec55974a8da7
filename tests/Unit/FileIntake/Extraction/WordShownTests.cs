using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using static Phase1.Tests.Infrastructure.Files.RawWordFile;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>What Word shows of a document, and nothing else.</summary>
[Trait("Scenario", "S-301")]
public sealed class WordShownTests : ExtractionTests
{
    const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    const string End = "Vassen rasslade.";

    static string Shown(string text) => Paragraph(text) + Paragraph(End);

    async Task<string> LinesOf(RawWordFile file) => await TextOf(FileKind.WordDocument, file.ToArray());

    public static TheoryData<string, string> Wrappers =>
        new()
        {
            { "<w:smartTag w:element=\"PersonName\">{0}</w:smartTag>", "Ebba Lilja" },
            { "<w:smartTag><w:smartTagPr/><w:smartTag>{0}</w:smartTag></w:smartTag>", "Ebba Lilja" },
            { "<w:customXml w:element=\"name\"><w:customXmlPr/>{0}</w:customXml>", "Ebba Lilja" },
            { "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{0}</w:sdtContent></w:sdt>", "Ebba Lilja" },
            { "<w:ins w:author=\"a\">{0}</w:ins>", "Ebba Lilja" },
            { "<w:moveTo w:author=\"a\">{0}</w:moveTo>", "Ebba Lilja" },
            { "<w:hyperlink r:id=\"missing\">{0}</w:hyperlink>", "Ebba Lilja" },
            { "<w:fldSimple w:instr=\" AUTHOR \">{0}</w:fldSimple>", "Ebba Lilja" },
            { "<w:bdo w:val=\"ltr\"><w:dir w:val=\"ltr\">{0}</w:dir></w:bdo>", "Ebba Lilja" },
            {
                "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>reading</w:t></w:r></w:rt><w:rubyBase>{0}</w:rubyBase></w:ruby></w:r>",
                "Ebba Lilja"
            },
            { "<x:whatever>{0}</x:whatever>", "Ebba Lilja" },
            { "<w:newerThanUs>{0}</w:newerThanUs>", "Ebba Lilja" },
            { "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1" },
            {
                "<mc:AlternateContent><mc:Choice Requires=\"wps\">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
                "Ebba Lilja"
            },
            {
                "<mc:AlternateContent><mc:Choice Requires=\"x\"><w:r><w:t>no</w:t></w:r></mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>",
                "Ebba Lilja"
            },
        };

    [Theory]
    [MemberData(nameof(Wrappers))]
    public async Task Text_is_read_in_whatever_element_it_stands(string wrapper, string text)
    {
        var body = $"<w:p>{wrapper.Replace("{0}", Run("Ebba Lilja"))}</w:p>{Paragraph(End)}";

        (await LinesOf(Of(body))).ShouldBe($"{text}\n{End}");
        (await LinesOf(Of(body, Strict))).ShouldBe($"{text}\n{End}");
    }

    public static TheoryData<string, string> Signs =>
        new()
        {
            { "<w:tab/>", "\t" },
            { "<w:ptab w:alignment=\"right\"/>", "\t" },
            { "<w:br/>", "\n" },
            { "<w:br w:type=\"page\"/>", "\n" },
            { "<w:cr/>", "\n" },
            { "<w:noBreakHyphen/>", "-" },
            { "<w:softHyphen/>", "" },
            { "<w:sym w:font=\"Times New Roman\" w:char=\"F0E5\"/>", "å" },
            { "<w:sym w:font=\"Symbol\" w:char=\"F061\"/>", "α" },
            { "<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>", "→" },
            { "<w:sym w:font=\"Segoe UI Symbol\" w:char=\"2605\"/>", "★" },
            { "<w:lastRenderedPageBreak/>", "" },
            { "<w:t>  trimmed </w:t>", "trimmed" },
            { "<w:t xml:space=\"preserve\">a&#10;b</w:t>", "a b" },
        };

    [Theory]
    [MemberData(nameof(Signs))]
    public async Task Signs_are_read_as_what_they_look_like(string sign, string text) =>
        (await LinesOf(Of($"<w:p>{Run("Ebba")}<w:r>{sign}</w:r>{Run("Lilja")}</w:p>"))).ShouldBe($"Ebba{text}Lilja");

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:vanish w:val=\"true\"/>")]
    [InlineData("<w:specVanish/>")]
    [InlineData("<w:rStyle w:val=\"Secret\"/>")]
    [InlineData("<w:rStyle w:val=\"MoreSecret\"/>")]
    public async Task A_hidden_run_is_not_read(string properties) =>
        (await LinesOf(Styled(Paragraph("Ebba Lilja", properties) + Shown("En tidig vår")))).ShouldBe($"En tidig vår\n{End}");

    [Theory]
    [InlineData("<w:vanish w:val=\"0\"/>")]
    [InlineData("<w:vanish w:val=\"false\"/>")]
    [InlineData("<w:vanish w:val=\"off\"/>")]
    [InlineData("<w:webHidden/>")]
    [InlineData("<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"0\"/>")]
    [InlineData("<w:rStyle w:val=\"NotSecret\"/>")]
    [InlineData("<w:rStyle w:val=\"Unknown\"/>")]
    [InlineData("<w:rPrChange w:author=\"a\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>")]
    public async Task A_run_that_is_not_hidden_after_all_is_read(string properties) =>
        (await LinesOf(Styled(Paragraph("Ebba Lilja", properties) + Shown("En tidig vår")))).ShouldBe($"Ebba Lilja\nEn tidig vår\n{End}");

    [Fact]
    public async Task A_paragraph_style_hides_its_text_and_a_hidden_character_style_on_top_shows_it_again()
    {
        const string Hidden = "<w:pStyle w:val=\"Hidden\"/>";

        (await LinesOf(Styled(Paragraph("Ebba Lilja", "", Hidden) + Shown("En tidig vår")))).ShouldBe($"En tidig vår\n{End}");
        (await LinesOf(Styled($"<w:p><w:pPr>{Hidden}</w:pPr><w:r><w:t>Ebba Lilja</w:t></w:r></w:p>{Shown("En tidig vår")}"))).ShouldBe(
            $"En tidig vår\n{End}"
        );
        (await LinesOf(Styled(Paragraph("Ebba Lilja ", "<w:rStyle w:val=\"Secret\"/>", Hidden) + Shown("En tidig vår")))).ShouldBe(
            $"Ebba Lilja En tidig vår\n{End}"
        );
    }

    [Fact]
    public async Task What_the_defaults_of_the_document_hide_only_a_run_itself_shows()
    {
        var file = Of(Paragraph("Ebba Lilja") + Paragraph("En tidig vår", "<w:vanish w:val=\"0\"/>"))
            .With(
                "rS",
                "styles",
                "styles.xml",
                "w:styles",
                "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
            );

        (await LinesOf(file)).ShouldBe("En tidig vår");
    }

    public static TheoryData<string> Unshown =>
        [
            "<w:p><w:del w:author=\"a\"><w:r><w:delText>Ebba Lilja</w:delText></w:r></w:del></w:p>",
            "<w:p><w:moveFrom w:author=\"a\"><w:r><w:t>Ebba Lilja</w:t></w:r></w:moveFrom></w:p>",
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Ebba Lilja</w:t></w:r></w:sdtContent></w:sdt></w:p>",
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>XE \"Ebba Lilja\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:t>Ebba Lilja</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            "<w:p><w:r><w:pict><v:shape style=\"visibility: hidden\"><v:textbox><w:txbxContent><w:p><w:r><w:t>Ebba Lilja</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" descr=\"Ebba Lilja\" title=\"Ebba Lilja\"/></wp:inline></w:drawing></w:r></w:p>",
            "<w:p><w:r><w:drawing><wp:anchor><wp:docPr id=\"1\" hidden=\"1\"/><wps:wsp><w:txbxContent><w:p><w:r><w:t>Ebba Lilja</w:t></w:r></w:p></w:txbxContent></wps:wsp></wp:anchor></w:drawing></w:r></w:p>",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Ebba Lilja</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        ];

    [Theory]
    [MemberData(nameof(Unshown))]
    public async Task What_Word_does_not_show_is_not_read(string unshown) =>
        (await LinesOf(Of(Paragraph("En tidig vår") + unshown + Paragraph(End)))).ShouldBe($"En tidig vår\n\n{End}");

    [Fact]
    public async Task The_result_of_a_field_is_read_although_its_marks_are_hidden()
    {
        const string Hide = "<w:rPr><w:vanish/></w:rPr>";
        var field =
            $"<w:p><w:r>{Hide}<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF name</w:instrText></w:r>"
            + $"<w:r>{Hide}<w:fldChar w:fldCharType=\"separate\"/></w:r>{Run("Ebba Lilja")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";

        (await LinesOf(Of(field + Paragraph(End)))).ShouldBe($"Ebba Lilja\n{End}");
    }

    [Fact]
    public async Task A_drop_down_list_shows_its_chosen_entry()
    {
        const string List =
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"9A\"/><w:listEntry w:val=\"9B\"/></w:ddList></w:ffData></w:fldChar></w:r>"
            + "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

        (await LinesOf(Of($"<w:p>{Run("Klass: ")}{List}</w:p>"))).ShouldBe("Klass: 9B");
    }

    [Fact]
    public async Task A_text_box_is_read_once_before_the_paragraph_that_holds_it()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>Ebba Lilja</w:t></w:r></w:p></w:txbxContent>";
        var anchor =
            $"<w:p>{Run("Vid sjön")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp>{Box}</wps:wsp></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>";

        (await LinesOf(Of(anchor))).ShouldBe("Ebba Lilja\nVid sjön");
    }

    [Fact]
    public async Task Paragraphs_whose_mark_is_hidden_or_deleted_are_one_line()
    {
        var hidden = Paragraph("En tidig ", "", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>");
        var deleted = Paragraph("vår vid ", "", "<w:rPr><w:del w:author=\"a\"/></w:rPr>");

        (await LinesOf(Of(hidden + deleted + Shown("sjön")))).ShouldBe($"En tidig vår vid sjön\n{End}");
    }

    [Fact]
    public async Task Notes_that_the_text_refers_to_follow_it()
    {
        static string Note(string kind, int id, string text, string type = "") =>
            $"<w:{kind} w:id=\"{id}\" {type}>{Paragraph(text)}</w:{kind}>";
        var file = Of(
                $"<w:p>{Run("En vår")}<w:r><w:endnoteReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
                    + Paragraph(End)
            )
            .With(
                "rF",
                "footnotes",
                "footnotes.xml",
                "w:footnotes",
                Note("footnote", 0, "----", "w:type=\"separator\"")
                    + Note("footnote", 2, "Andra")
                    + Note("footnote", 3, "Första")
                    + Note("footnote", 4, "Ingen")
            )
            .With("rE", "endnotes", "endnotes.xml", "w:endnotes", Note("endnote", 1, "Sist"));

        (await LinesOf(file)).ShouldBe($"En vår\n{End}\nFörsta\nAndra\nSist");
    }

    [Fact]
    public async Task Only_what_belongs_to_the_text_is_read_of_the_package()
    {
        var file = Of(Shown("En tidig vår"))
            .With("rC", "comments", "comments.xml", "w:comments", $"<w:comment w:id=\"0\">{Paragraph("Ebba Lilja")}</w:comment>")
            .With("rG", "glossaryDocument", "glossary/document.xml", "w:glossaryDocument", Paragraph("Ebba Lilja"))
            .With("rH", "header", "header9.xml", "w:hdr", Paragraph("Ebba Lilja"));

        (await LinesOf(file)).ShouldBe($"En tidig vår\n{End}");
    }

    static RawWordFile Styled(string body) =>
        Of(body)
            .With(
                "rS",
                "styles",
                "styles.xml",
                "w:styles",
                """
                <w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
                <w:style w:type="paragraph" w:styleId="Hidden"><w:basedOn w:val="Normal"/><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="MoreSecret"><w:basedOn w:val="Secret"/><w:rPr><w:b/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="NotSecret"><w:basedOn w:val="MoreSecret"/><w:rPr><w:vanish w:val="off"/></w:rPr></w:style>
                <w:style w:type="character" w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
                """
            );
}
