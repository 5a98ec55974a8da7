using Phase1.FileIntake.Uploads;

namespace Phase1.Unit.Tests.FileIntake.Uploads;

/// <summary>How senders write the names of files.</summary>
public sealed class PartDispositionTests
{
    public static TheoryData<string, string> Names =>
        new()
        {
            // Browsers.
            { "filename=\"Ida %22Idun%22 Ek.docx\"", "Ida \"Idun\" Ek.docx" },
            { "filename=\"en%0D%0Arad.txt\"", "enrad.txt" },
            { "filename=\"100%25 klar.txt\"", "100%25 klar.txt" },
            { "filename=\"50% av %C3%A5ret.txt\"", "50% av %C3%A5ret.txt" },
            { "filename=\"Åsa; Ek, 9B.txt\"", "Åsa; Ek, 9B.txt" },
            // curl, Go and older clients.
            { "filename=\"Ida \\\"Idun\\\" Ek.docx\"", "Ida \"Idun\" Ek.docx" },
            { "filename=\"\\\"Idun\\\"\"", "\"Idun\"" },
            { "filename=\"Ida \\\"I; dun\\\" Ek.docx\"; size=12", "Ida \"I; dun\" Ek.docx" },
            // Paths of old browsers and old clients.
            { "filename=\"C:\\fakepath\\ida.txt\"", "ida.txt" },
            { "filename=\"C:\\Users\\new\\tova.txt\"", "tova.txt" },
            { "filename=\"\\\\server\\share\\ida.txt\"", "ida.txt" },
            { "filename=\"C:\\\\Users\\\\ida.txt\"", "ida.txt" },
            { "filename=\"/home/ida/text.txt\"", "text.txt" },
            { "filename=\"mapp\\\"; x=\"y\"", "" },
            // RFC 8187, which wins, RFC 2047, and without quotation marks.
            { "filename=\"b.txt\"; filename*=UTF-8''b%C3%A5t%20%22x%22.txt", "båt \"x\".txt" },
            { "filename*=utf-8'sv'%C3%96n.txt; filename=\"On.txt\"", "Ön.txt" },
            { "filename*=iso-8859-1''%D6n.txt", "Ön.txt" },
            { "filename*=broken; filename=\"On.txt\"", "On.txt" },
            { "filename=\"=?utf-8?B?w5ZuLnR4dA==?=\"", "Ön.txt" },
            { "filename=\"=?utf-8?Q?=C3=96n_tv=C3=A5.txt?=\"", "Ön två.txt" },
            { "filename=ida.txt", "ida.txt" },
            { "FileName = \"ida.txt\"", "ida.txt" },
            { "filename=\"\"", "" },
            { "filename=\"unended.txt", "unended.txt" },
        };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_what_its_owner_calls_the_file(string parameter, string name) =>
        PartDisposition.Parse($"form-data; name=\"files\"; {parameter}").ShouldBe(new("files", name));

    [Fact]
    public void A_part_without_a_file_name_is_a_field()
    {
        PartDisposition.Parse("form-data; name=\"batch_id\"").ShouldBe(new("batch_id", null));
        PartDisposition.Parse("Form-Data;name=batch_id").ShouldBe(new("batch_id", null));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("form-data")]
    [InlineData("attachment; name=\"files\"")]
    [InlineData("form-data; filename=\"x.txt\"")]
    public void What_names_no_field_is_no_part_of_a_form(string? header) => PartDisposition.Parse(header).ShouldBeNull();
}
