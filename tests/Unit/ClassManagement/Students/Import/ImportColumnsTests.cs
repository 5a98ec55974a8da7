using System.Text;
using Phase1.ClassManagement.Students.Import;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ClassManagement.Students.Import;

public class ImportColumnsTests
{
    static ImportColumns Columns(params string[] titles) => ImportColumns.Of(new CsvRecord(1, titles));

    [Theory]
    [InlineData("Email address", ImportColumn.Email)]
    [InlineData("E-mail", ImportColumn.Email)]
    [InlineData("emailAddress", ImportColumn.Email)]
    [InlineData("Email Address [Required]", ImportColumn.Email)]
    [InlineData("E-postadress", ImportColumn.Email)]
    [InlineData("e_post_adress", ImportColumn.Email)]
    [InlineData("EPOST", ImportColumn.Email)]
    [InlineData("Mejl", ImportColumn.Email)]
    [InlineData("MAIL", ImportColumn.Email)]
    [InlineData("Elevens e-post", ImportColumn.Email)]
    [InlineData("Emails", ImportColumn.Email)]
    [InlineData("User principal name", ImportColumn.Email)]
    [InlineData("Student name", ImportColumn.Name)]
    [InlineData("Student", ImportColumn.Name)]
    [InlineData("Elev", ImportColumn.Name)]
    [InlineData("Elevnamn", ImportColumn.Name)]
    [InlineData("Display Name", ImportColumn.Name)]
    [InlineData("Sortable name", ImportColumn.SortableName)]
    [InlineData("Efternamn, Förnamn", ImportColumn.SortableName)]
    [InlineData("Efternamn Förnamn", ImportColumn.SortableName)]
    [InlineData("Efternamn/Förnamn", ImportColumn.SortableName)]
    [InlineData("Efternamn & tilltalsnamn", ImportColumn.SortableName)]
    [InlineData("Surname First name", ImportColumn.SortableName)]
    [InlineData("Last, First", ImportColumn.SortableName)]
    [InlineData("Family name and given name", ImportColumn.SortableName)]
    [InlineData("Namn (efternamn först)", ImportColumn.SortableName)]
    [InlineData("Name (surname first)", ImportColumn.SortableName)]
    [InlineData("Förnamn Efternamn", ImportColumn.Name)]
    [InlineData("First name and last name", ImportColumn.Name)]
    [InlineData("Given name", ImportColumn.First)]
    [InlineData("First", ImportColumn.First)]
    [InlineData("FÖRNAMN", ImportColumn.First)]
    [InlineData("Fornamn", ImportColumn.First)]
    [InlineData("Fo\u0308rnamn", ImportColumn.First)]
    [InlineData("Surname", ImportColumn.Last)]
    [InlineData("Family-Name", ImportColumn.Last)]
    [InlineData("lastName", ImportColumn.Last)]
    [InlineData("Fullständigt namn", ImportColumn.Legal)]
    [InlineData("Namn / Name", ImportColumn.Name)]
    [InlineData("Förnamn (tilltalsnamn)", ImportColumn.First)]
    [InlineData("Elev (efternamn, förnamn)", ImportColumn.SortableName)]
    [InlineData("Student Name (Last, First)", ImportColumn.SortableName)]
    [InlineData("Surname, Forename", ImportColumn.SortableName)]
    [InlineData("Namn (förnamn, efternamn)", ImportColumn.Name)]
    [InlineData("För- och efternamn", ImportColumn.Name)]
    [InlineData("Name of student", ImportColumn.Name)]
    [InlineData("Preferred first name", ImportColumn.First)]
    [InlineData("Email (school)", ImportColumn.Email)]
    [InlineData("E-post / E-mail", ImportColumn.Email)]
    public void A_title_is_known_in_any_writing(string title, object column) =>
        ColumnTitles.Find(title).ShouldNotBeNull().Column.ShouldBe((ImportColumn)column);

    [Theory]
    [InlineData("Personnummer")]
    [InlineData("Guardian email")]
    [InlineData("E-post vårdnadshavare 1")]
    [InlineData("Klass")]
    [InlineData("Email (parent)")]
    [InlineData("Namn / Klass")]
    [InlineData("Namn (lärare)")]
    [InlineData("Förnamn, E-post")]
    [InlineData("()")]
    [InlineData("")]
    [InlineData("e")]
    public void A_title_that_says_something_else_is_not_taken(string title) => ColumnTitles.Find(title).ShouldBeNull();

    [Fact]
    public void What_is_not_read_is_told()
    {
        var columns = Columns("Klass", "Namn", "Förnamn", "Efternamn", "Personnummer", "", "Mejl");

        columns.Ignored.ShouldBe(["Klass", "Namn", "Personnummer"]);
        columns.Places.ShouldBe(
            new Dictionary<ImportColumn, int>
            {
                [ImportColumn.First] = 2,
                [ImportColumn.Last] = 3,
                [ImportColumn.Email] = 6,
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public void The_name_that_leaves_least_to_guess_is_read()
    {
        Columns("Name", "Sortable name").Ignored.ShouldBe(["Name"]);
        Columns("Förnamn", "Tilltalsnamn", "Efternamn").Ignored.ShouldBe(["Förnamn"]);
        Columns("Surname", "Name").Ignored.ShouldBe(["Surname"]);
    }

    [Fact]
    public void A_list_with_nothing_but_the_names_of_the_register_means_these()
    {
        Columns("Fullständigt namn", "Mejl").Places[ImportColumn.Name].ShouldBe(0);
        Columns("Fullständigt namn", "Namn").Places[ImportColumn.Legal].ShouldBe(0);
    }

    [Theory]
    [InlineData("Mejl", "Klass")]
    [InlineData("Förnamn", "Mejl")]
    [InlineData("Namn", "namn")]
    public void A_header_without_names_or_with_one_title_twice_is_refused(string first, string second) =>
        Should.Throw<ProblemException>(() => Columns(first, second)).Errors!.Keys.ShouldBe(["header"]);

    [Fact]
    public void A_header_that_says_one_thing_twice_is_refused_with_both_columns()
    {
        var refused = Should.Throw<ProblemException>(() => Columns("Namn", "E-post 1", "E-post 2"));

        refused.Errors!["header"].ShouldHaveSingleItem().ShouldContain("2 (\"E-post 1\") and 3 (\"E-post 2\")");
    }

    [Theory]
    [InlineData("PK\u0003\u0004xl", "workbook")]
    [InlineData("\u00D0\u00CF\u0011\u00E0", "old Excel workbook")]
    [InlineData("%PDF-1.7", "PDF")]
    [InlineData("\u00EF\u00BB\u00BF\r\n<html><table>", "web page")]
    public void A_file_of_another_kind_is_refused_with_its_true_reason(string start, string reason)
    {
        var refused = Should.Throw<ProblemException>(() => ImportText.Read(Encoding.Latin1.GetBytes(start)));

        refused.Message.ShouldContain(reason);
        refused.Message.ShouldContain("CSV");
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void A_list_is_read_in_the_encodings_that_spreadsheets_write(string name, bool mark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] file = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("namn\nÅsa Öberg")];

        ImportText.Read(file).ShouldBe("namn\nÅsa Öberg");
    }

    [Theory]
    [InlineData("big5", "陳怡君;林志豪")]
    [InlineData("gb18030", "陈丽;林志强")]
    public void A_list_whose_encoding_is_a_guess_is_refused(string name, string names)
    {
        var file = CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes($"first name;last name\n{names}");

        Should.Throw<ProblemException>(() => ImportText.Read(file)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void One_stray_byte_costs_itself_alone() =>
        ImportText.Read([.. "namn\nÅsa Öberg\nBo "u8, 0x93, .. "Ek"u8]).ShouldStartWith("namn\nÅsa Öberg\nBo ");
}
