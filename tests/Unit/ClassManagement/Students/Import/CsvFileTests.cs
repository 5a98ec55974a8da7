using Phase1.ClassManagement.Students.Import;

namespace Phase1.Unit.Tests.ClassManagement.Students.Import;

public class CsvFileTests
{
    static List<CsvRecord> Read(string text) => [.. CsvFile.Read(text)];

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("a|b\n1|2")]
    [InlineData(" \"a\" , \"b\"\n 1 ,\"2\"  \n")]
    [InlineData("sep=;\r\na;b\r\n1;2\r\n")]
    [InlineData("\"sep=,\"\na,b\n1,2")]
    [InlineData("SEP=\t\na\tb\n1\t2")]
    [InlineData("sep=;;\na;b\n1;2")]
    [InlineData("'a','b'\n'1','2'")]
    [InlineData("a;b\n'1' ;2")]
    public void The_first_line_tells_the_delimiter_and_any_line_end_will_do(string text) =>
        Read(text)
            .Select(record => record.Fields)
            .ShouldBe([
                ["a", "b"],
                ["1", "2"],
            ]);

    [Theory]
    [InlineData("=\"Anna Berg\"")]
    [InlineData("\"=\"\"Anna Berg\"\"\"")]
    public void A_field_that_is_marked_as_text_for_Excel_is_that_text(string field)
    {
        var record = Read($"name;mail\n{field};x\n")[1];

        (record.Fields[0], record.BrokenField).ShouldBe(("Anna Berg", null));
        Read($"name\n{field}x\n")[1].Fields.ShouldNotContain("Anna Berg");
    }

    [Theory]
    [InlineData("Namn (efternamn, förnamn);E-post")]
    [InlineData("Efternamn, Förnamn;E-post")]
    [InlineData("Efternamn, Förnamn\tE-post")]
    [InlineData("\"Efternamn, Förnamn\",E-post")]
    [InlineData("'Efternamn, Förnamn','E-post'")]
    public void The_delimiter_is_the_one_by_which_the_titles_are_known(string header) => Read(header)[0].Fields.Count.ShouldBe(2);

    [Fact]
    public void Apostrophes_around_fields_are_quotes_and_within_names_they_are_not()
    {
        Read("namn,e-post\n'O''Dell, Sean',x\n")[1].Fields.ShouldBe(["O'Dell, Sean", "x"]);
        Read("namn,e-post\n'Aulani Ek,x\nSean O'Dell,y\n")
            .Skip(1)
            .Select(record => record.Fields[0])
            .ShouldBe(["'Aulani Ek", "Sean O'Dell"]);
    }

    [Fact]
    public void A_delimiter_in_quotes_is_none() =>
        Read("\"Surname, given name, class\";mail\nx;y")[0].Fields.ShouldBe(["Surname, given name, class", "mail"]);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Quotes_hold_delimiters_line_ends_and_quotes_and_lines_are_counted_on(string end)
    {
        var records = Read($"name,note{end}\"Öberg, Åsa\", \"two{end}lines \"\"here\"\"\"{end}{end}last,{end}");

        records[1].Fields.ShouldBe(["Öberg, Åsa", $"two{end}lines \"here\""]);
        records.Select(record => record.Line).ShouldBe([1, 2, 4, 5]);
        records[2].IsBlank.ShouldBeTrue();
        records[3].Fields.ShouldBe(["last", ""]);
    }

    [Theory]
    [InlineData("a,b\n1,\"open\nx,y\n", 1)]
    [InlineData("a,b\n\"open,1\nx,y\n", 0)]
    [InlineData("a,b\n\"closed\" more,1\nx,y\n", 0)]
    [InlineData("a,b\n1,with\"in\nx,y\n", 1)]
    [InlineData("a,b\n1,\"open\nx,y", 1)]
    public void Broken_quotes_cost_their_own_line_alone_and_tell_their_field(string text, int field)
    {
        var records = Read(text);

        records[1].BrokenField.ShouldBe(field);
        records[1].Line.ShouldBe(2);
        records[2].Fields.ShouldBe(["x", "y"]);
        records[2].Line.ShouldBe(3);
    }

    [Fact]
    public void A_quote_that_two_lines_open_costs_the_first_one_alone()
    {
        var records = Read("a,b\n\"open,1\n\"x\",y\n\"z\",y\n");

        records[1].BrokenField.ShouldBe(0);
        records[2].Fields.ShouldBe(["x", "y"]);
        records[3].Fields.ShouldBe(["z", "y"]);
    }

    [Fact]
    public void A_blank_line_is_blank()
    {
        var records = Read("a,b\n\n , \nx,y");

        records.Select(record => record.IsBlank).ShouldBe([false, true, true, false]);
        records[3].Line.ShouldBe(4);
    }

    [Fact]
    public void Rows_may_be_shorter_and_longer_than_the_header() =>
        Read("a,b\n1\n1,2,,\n").Select(record => record.Fields.Count).ShouldBe([2, 1, 4]);
}
