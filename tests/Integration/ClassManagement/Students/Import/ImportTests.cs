using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Phase1.Events;

namespace Phase1.Integration.Tests.ClassManagement.Students.Import;

public class ImportTests
{
    [Fact]
    public async Task A_class_list_makes_its_students_once_and_reports_every_bad_line()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        const string List = """
            förnamn;efternamn;e-post
            Åsa;Öberg;asa@skola.example
            Carl;von Linné;
            Svensson;;
            Eva;Ek;keine-adresse
            Ivar;Is;ivar@students.invalid
            "Anna;Ask;
            Åsa;Öberg;ASA@skola.example
            Bo;Berg;asa@skola.example
            Bj�rn;Ask;
            Liv;Lo;l�v@skola.example
            """;

        var answer = await ImportAsync(cms, schoolClass.Id, List);
        var again = await ImportAsync(cms, schoolClass.Id, List);
        await cms.Service.DrainAsync();

        Counts(answer).ShouldBe((2, 0, 1));
        answer
            .GetProperty("rejected")
            .EnumerateArray()
            .Select(bad =>
                (bad.GetProperty("line").GetInt32(), bad.GetProperty("column").GetString(), bad.GetProperty("reason").GetString())
            )
            .ShouldBe([
                (4, "name", "name_incomplete"),
                (5, "email", "invalid_email"),
                (6, "email", "reserved_email"),
                (7, "förnamn", "broken_quotes"),
                (9, "email", "email_taken"),
                (10, "name", "damaged_characters"),
                (11, "email", "damaged_characters"),
            ]);
        Counts(again).ShouldBe((0, 0, 3));
        (await cms.Service.Log.FactsAsync<StudentCreated>(CmsUnderTest.Token)).ShouldAllBe(fact =>
            fact.Data.RosterVersions[schoolClass.Id] == 2
        );
        var notice = (await cms.Service.Log.FactsAsync<TeacherNotificationRequested>(CmsUnderTest.Token)).Count(fact =>
            fact.Data.NotificationType == NotificationType.StudentAddedToClass
        );
        notice.ShouldBe(1);
    }

    [Fact]
    public async Task Students_known_by_their_address_are_enrolled_in_the_other_class_too()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var english = await cms.ClassAsync(0, "ENG5");
        var swedish = await cms.ClassAsync(0, "SV1");
        const string List = "name,email\n\"Öberg, Åsa\",asa@skola.example\nBo Berg,bo@skola.example\n";
        await ImportAsync(cms, english.Id, List);

        Counts(await ImportAsync(cms, swedish.Id, List)).ShouldBe((0, 2, 0));
        await cms.Service.DrainAsync();

        (await cms.ScalarAsync<long>("select count(*) from students")).ShouldBe(2);
        (await cms.ScalarAsync<long>("select count(*) from enrolments")).ShouldBe(4);
        var updates = await cms.Service.Log.FactsAsync<StudentUpdated>(CmsUnderTest.Token);
        updates.ShouldAllBe(fact => fact.Data.ClassIds.Count == 2 && fact.Data.RosterVersions.Keys.Single() == swedish.Id);
        updates.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("text/csv; charset=windows-1252")]
    [InlineData("text/plain")]
    [InlineData("application/vnd.ms-excel")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task Whatever_a_list_is_called_its_content_decides_and_what_is_not_read_is_told(string? type)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        const string List = "sep=;\r\nElevnamn; \"Mejl\";Personnummer\r\n\"Öberg, Åsa\"; \"asa@skola.example\";20100101-0000\r\n";

        var answer = await ImportAsync(cms, schoolClass.Id, List, type: type);

        answer.GetProperty("ignored_columns").EnumerateArray().Select(title => title.GetString()).ShouldBe(["Personnummer"]);
        (await cms.ScalarAsync<string>("select last_name || ' ' || first_name || ' ' || email from students")).ShouldBe(
            "Öberg Åsa asa@skola.example"
        );
    }

    [Fact]
    public async Task A_list_pasted_twice_makes_each_student_once_whatever_invisible_characters_it_has()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        await ImportAsync(cms, schoolClass.Id, "name\nAnna Ask\nBo Berg\n");

        Counts(await ImportAsync(cms, schoolClass.Id, "name\nAn\u200Bna Ask\nBo\u00AD Berg\n")).ShouldBe((0, 0, 2));
        var lines = new[] { "Anna \u2060Ask", "Eva\u200D Ek", "Eva Ek" };
        var bulk = await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/students/bulk", new { lines });

        (bulk.GetProperty("created").GetInt32(), bulk.GetProperty("existing").GetInt32()).ShouldBe((1, 2));
        (await cms.ScalarAsync<long>("select count(*) from students where first_name = 'Eva'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name\n")]
    [InlineData("klass,poäng\n9A,3\n")]
    [InlineData("name,name\nA B,C D\n")]
    public async Task A_file_without_names_is_refused(string list)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);

        var problem = await ImportAsync(cms, schoolClass.Id, list, HttpStatusCode.BadRequest);

        problem.GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
    }

    [Fact]
    [Trait("Scenario", "S-517")]
    public async Task Another_teachers_class_too_long_a_list_and_a_binary_file_are_refused()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        var tooLong = "name\n" + string.Join('\n', Enumerable.Range(0, 201).Select(i => $"First Last{(char)('a' + (i % 26))}"));

        await ImportAsync(cms, schoolClass.Id, "name\nA Berg\n", HttpStatusCode.NotFound, cms.Stranger);
        await ImportAsync(cms, schoolClass.Id, tooLong, HttpStatusCode.BadRequest);
        var binary = await ImportAsync(cms, schoolClass.Id, "PK\u0003\u0004\0\0", HttpStatusCode.BadRequest);
        binary.GetProperty("code").GetString().ShouldBe("PARSING_ERROR");
        (await cms.ScalarAsync<long>("select count(*) from students")).ShouldBe(0);
    }

    static (int Created, int Enrolled, int Existing) Counts(JsonElement answer) =>
        (answer.GetProperty("created").GetInt32(), answer.GetProperty("enrolled").GetInt32(), answer.GetProperty("existing").GetInt32());

    static async Task<JsonElement> ImportAsync(
        CmsUnderTest cms,
        Guid classId,
        string list,
        HttpStatusCode expected = HttpStatusCode.OK,
        HttpClient? teacher = null,
        string? type = "text/csv"
    )
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(list));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        using var response = await (teacher ?? cms.Teacher).PostAsync(
            $"/v1/classes/{classId}/students/import",
            content,
            CmsUnderTest.Token
        );
        var text = await response.Content.ReadAsStringAsync(CmsUnderTest.Token);
        response.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
