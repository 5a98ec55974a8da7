using System.Text;
using Phase1.ClassManagement.Students.Import;

namespace Phase1.Unit.Tests.ClassManagement.Students.Import;

public class CsvRecordsTests
{
    static List<CsvRecord> Read(string text) => [.. CsvRecords.Read(text)];

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2")]
    [InlineData("a\tb\r1\t2\r")]
    public void The_first_line_tells_the_delimiter_and_any_line_end_will_do(string text)
    {
        var records = Read(text);

        records
            .Select(record => record.Fields)
            .ShouldBe([
                ["a", "b"],
                ["1", "2"],
            ]);
    }

    [Fact]
    public void Quotes_hold_delimiters_line_ends_and_quotes_and_lines_are_counted_on()
    {
        var records = Read("name,note\n\"Öberg, Åsa\",\"two\nlines \"\"here\"\"\"\nlast,\n");

        records[1].Fields.ShouldBe(["Öberg, Åsa", "two\nlines \"here\""]);
        records.Select(record => record.Line).ShouldBe([1, 2, 4]);
        records[2].Fields.ShouldBe(["last", ""]);
    }

    [Theory]
    [InlineData("a,b\n\"open,1\nx,y\n")]
    [InlineData("a,b\n\"closed\" more,1\nx,y\n")]
    public void Broken_quotes_cost_their_own_line_alone(string text)
    {
        var records = Read(text);

        records[1].Fault.ShouldBe(ImportFault.BrokenQuotes);
        records[1].Line.ShouldBe(2);
        records[2].Fields.ShouldBe(["x", "y"]);
        records[2].Line.ShouldBe(3);
    }

    [Fact]
    public void A_blank_line_is_blank()
    {
        var records = Read("a,b\n\n , \nx,y");

        records.Select(record => record.IsBlank).ShouldBe([false, true, true, false]);
        records[3].Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task A_list_is_read_in_the_encodings_that_spreadsheets_write(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        using var file = new MemoryStream([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("namn\nÅsa Öberg")]);

        (await ImportText.ReadAsync(file, TestContext.Current.CancellationToken)).ShouldBe("namn\nÅsa Öberg");
    }
}
