using Phase1.FileIntake.Extraction;
using Phase1.Tests.Infrastructure.Files;
using static Phase1.Tests.Infrastructure.Files.RawWordFile;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>A row is a statement, from left to right.</summary>
[Trait("Scenario", "S-301")]
public sealed class WordTablesTests : ExtractionTests
{
    async Task<string> TextOfTable(params string[] rows) =>
        await TextOf(FileKind.WordDocument, Of($"<w:tbl>{string.Concat(rows)}</w:tbl>{Paragraph("Isen låg kvar.")}").ToArray());

    [Fact]
    public async Task Label_and_value_stand_in_one_line() =>
        (
            await TextOfTable(
                Row(Paragraph("Namn"), Paragraph("Ebba Lilja"), Paragraph("Klass"), Paragraph("9B")),
                Row(Paragraph("Handledare:"), Paragraph(""), Paragraph("Ulf Granat"))
            )
        ).ShouldBe("Namn\tEbba Lilja\tKlass\t9B\nHandledare:\tUlf Granat\nIsen låg kvar.");

    [Fact]
    public async Task A_value_of_several_paragraphs_stays_with_its_label() =>
        (await TextOfTable(Row(Paragraph("Handledare:"), Paragraph("Ulf Granat") + Paragraph("ulf@example.org")))).ShouldBe(
            "Handledare:\tUlf Granat\tulf@example.org\nIsen låg kvar."
        );

    [Fact]
    public async Task Labels_one_below_another_keep_their_values_beside_them() =>
        (await TextOfTable(Row(Paragraph("Namn:") + Paragraph("Handledare:"), Paragraph("Ebba Lilja") + Paragraph("Ulf Granat")))).ShouldBe(
            "Namn:\tEbba Lilja\nHandledare:\tUlf Granat\nIsen låg kvar."
        );

    [Fact]
    public async Task A_text_that_stands_in_a_frame_of_one_cell_keeps_its_paragraphs() =>
        (await TextOfTable(Row(Paragraph("En vår") + Paragraph("") + Paragraph("Snön smalt.")))).ShouldBe(
            "En vår\n\nSnön smalt.\nIsen låg kvar."
        );

    [Fact]
    public async Task Columns_of_running_text_are_read_one_after_the_other()
    {
        var (left, right) = (new string('v', 300), new string('h', 300));

        (await TextOfTable(Row(Paragraph(left) + Paragraph("v"), Paragraph(right) + Paragraph("h")))).ShouldBe(
            $"{left}\nv\n{right}\nh\nIsen låg kvar."
        );
    }

    [Fact]
    public async Task A_table_within_a_cell_keeps_its_rows() =>
        (
            await TextOfTable(
                Row(
                    $"<w:tbl>{Row(Paragraph("Namn:"), Paragraph("Ebba Lilja"))}{Row(Paragraph("Klass:"), Paragraph("9B"))}</w:tbl>{Paragraph("")}"
                )
            )
        ).ShouldBe("Namn:\tEbba Lilja\nKlass:\t9B\n\nIsen låg kvar.");

    [Fact]
    public async Task Rows_and_cells_that_are_hidden_deleted_or_merged_away_are_not_read() =>
        (
            await TextOfTable(
                $"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{Paragraph("Ulf Granat")}</w:tc></w:tr>",
                $"<w:tr><w:trPr><w:del w:author=\"a\"/></w:trPr><w:tc>{Paragraph("Ulf Granat")}</w:tc></w:tr>",
                $"<w:tr><w:tc><w:tcPr><w:cellDel w:author=\"a\"/></w:tcPr>{Paragraph("Ulf Granat")}</w:tc><w:tc>{Paragraph("Ebba")}</w:tc></w:tr>",
                $"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{Paragraph("Ulf Granat")}</w:tc><w:tc>{Paragraph("Lilja")}</w:tc></w:tr>",
                $"<w:tr><w:trPr><w:hidden w:val=\"0\"/></w:trPr><w:tc>{Paragraph("9B")}</w:tc></w:tr>"
            )
        ).ShouldBe("Ebba\nLilja\n9B\nIsen låg kvar.");

    [Fact]
    public async Task Rows_and_cells_within_other_elements_are_rows_and_cells()
    {
        const string Control = "<w:sdt><w:sdtPr/><w:sdtContent>{0}</w:sdtContent></w:sdt>";
        var cell = Control.Replace("{0}", $"<w:tc>{Paragraph("Ebba Lilja")}</w:tc>");
        var row = Control.Replace("{0}", $"<w:tr><w:tc>{Paragraph("Namn:")}</w:tc>{cell}</w:tr>");

        (await TextOfTable(row)).ShouldBe("Namn:\tEbba Lilja\nIsen låg kvar.");
    }

    [Fact]
    public async Task A_table_style_hides_its_text()
    {
        var table = $"<w:tbl><w:tblPr><w:tblStyle w:val=\"T\"/></w:tblPr>{Row(Paragraph("Ulf Granat"))}</w:tbl>";
        var file = Of($"{table}{Paragraph("Isen låg kvar.")}")
            .With(
                "rS",
                "styles",
                "styles.xml",
                "w:styles",
                "<w:style w:type=\"table\" w:styleId=\"T\"><w:rPr><w:vanish/></w:rPr></w:style>"
            );

        (await TextOf(FileKind.WordDocument, file.ToArray())).ShouldBe("Isen låg kvar.");
    }
}
