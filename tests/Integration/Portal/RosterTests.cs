using System.Net;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class RosterTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    const string Table = "name\te-mail\n\"Nyqvist, Malin\"\tmalin@skola.example\nBo\t";

    static readonly string Class = $"/classes/{Neighbourhood.ClassId}";

    [Fact, Trait("Scenario", "P-13"), Trait("Scenario", "P-14")]
    public async Task Pasted_cells_are_looked_at_before_they_are_added_and_the_bad_lines_come_first()
    {
        var (browser, sent) = Open();
        Answer(
            "import",
            sent,
            new
            {
                Created = 1,
                Enrolled = 0,
                Existing = 0,
                Rejected = Array.Empty<object>(),
                IgnoredColumns = Array.Empty<string>(),
                RosterVersion = 4,
                Lines = Lines,
            }
        );
        await browser.GetAsync($"{Class}/import");

        var preview = await browser.PostAsync($"{Class}/import", ("text", Table));
        var form = preview.Page.QuerySelector($"form[action='{Class}/import/students']")!;
        var added = await browser.PostAsync(
            $"{Class}/import/students",
            [
                .. form.QuerySelectorAll("input").Select(field => (field.GetAttribute("name")!, field.GetAttribute("value") ?? "")).Skip(1),
                ("text", Table),
            ]
        );

        // A bad line is put right where its reason stands.
        var edited = await browser.PostAsync(
            $"{Class}/import",
            [
                ("text", Table),
                .. preview
                    .Page.QuerySelectorAll("tbody input")
                    .Select(field => (field.GetAttribute("name")!, field.GetAttribute("value")!))
                    .Select(field =>
                        (field.Item1, field.Item1.StartsWith("line", StringComparison.Ordinal) ? "Bo\tBerg\tb@skola.example" : field.Item2)
                    ),
            ]
        );
        edited.Page.QuerySelector("#text")!.TextContent.ShouldContain("Bo\tBerg\tb@skola.example");
        preview
            .Page.QuerySelectorAll("tbody tr")
            .Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())))
            .ShouldBe(["3|name: first name or surname is missing", "2|Malin Nyqvist|malin@skola.example|new"]);
        preview.Words.ShouldContain("Add 1 student");
        preview.Page.QuerySelector("#text")!.TextContent.Trim().ShouldBe(Table.Trim());
        sent[0].ShouldBe($"?dry_run=true  {Table}");
        sent[1].ShouldBe($" \"4\" {Table}");
        added.Words.ShouldContain("1 student added.");
    }

    [Fact, Trait("Scenario", "P-13")]
    public async Task A_roster_that_has_changed_since_is_looked_at_again_and_nothing_is_added()
    {
        var (browser, sent) = Open();
        Answer(
            "import",
            sent,
            new
            {
                Created = 1,
                Existing = 1,
                RosterVersion = 5,
                Lines,
            }
        );
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/classes/{Neighbourhood.ClassId}/students/import",
            request =>
                request.Headers.IfMatch.Count > 0
                    ? FakeHttp.Json(new { Code = "STALE_VERSION" }, HttpStatusCode.Conflict)
                    : FakeHttp.Json(
                        new
                        {
                            Created = 1,
                            Existing = 1,
                            RosterVersion = 5,
                            Lines,
                        }
                    )
        );
        await browser.GetAsync($"{Class}/import");

        var seen = await browser.PostAsync($"{Class}/import/students", ("text", Table), ("table", "yes"), ("version", "4"), ("key", "k"));

        seen.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        seen.Words.ShouldContain("Nothing was added");
        seen.Page.QuerySelector("input[name=version]")!.GetAttribute("value").ShouldBe("5");
        seen.Page.QuerySelector("#text")!.TextContent.ShouldContain("Malin");
    }

    [Fact, Trait("Scenario", "P-14")]
    public async Task Names_alone_are_taken_one_a_line()
    {
        var (browser, sent) = Open();
        Refuse("import", "header");
        Answer(
            "bulk",
            sent,
            new
            {
                Created = 2,
                Existing = 0,
                Rejected = Array.Empty<object>(),
                RosterVersion = 4,
                Lines,
            }
        );
        await browser.GetAsync($"{Class}/import");

        var seen = await browser.PostAsync($"{Class}/import", ("text", "Nyqvist, Malin\r\n\r\nBo Berg\r\n"));

        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        sent.ShouldBe(["?dry_run=true  {\"lines\":[\"Nyqvist, Malin\",\"Bo Berg\"]}"]);
    }

    [Theory]
    [InlineData("header", "The first line must name the columns")]
    [InlineData("lines", "This is no list of 1 to 200 lines")]
    public async Task A_table_that_cannot_be_read_says_why_and_stays_in_its_field(string fault, string words)
    {
        var (browser, _) = Open();
        Refuse("import", fault);
        await browser.GetAsync($"{Class}/import");

        var seen = await browser.PostAsync($"{Class}/import", ("text", "Malin\tNyqvist\nBo\tBerg"));

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Words.ShouldContain(words);
        seen.Page.QuerySelector("#text")!.TextContent.Trim().ShouldBe("Malin\tNyqvist\nBo\tBerg");
    }

    [Fact]
    public async Task A_class_that_a_batch_waits_for_says_so_and_leads_there()
    {
        var (browser, _) = Open();
        shared.Portal.Others.On(
            HttpMethod.Delete,
            $"/v1/classes/{Neighbourhood.ClassId}",
            _ => FakeHttp.Json(new { Code = "CLASS_IN_USE" }, HttpStatusCode.Conflict)
        );
        await browser.GetAsync(Class);

        var seen = await browser.PostAsync($"{Class}/delete");

        seen.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        seen.Words.ShouldContain("A batch of the class still awaits decisions.");
        seen.Page.QuerySelector($"[role=alert] a[href='/batches/{Neighbourhood.BatchId}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_student_is_changed_and_an_address_that_another_has_is_said_at_its_field()
    {
        var (browser, _) = Open();
        var address = $"{Class}/students/{Neighbourhood.ClassId}";
        var sent = new List<string>();
        shared.Portal.Others.On(
            HttpMethod.Put,
            $"/v1/classes/students/{Neighbourhood.ClassId}",
            async request =>
            {
                sent.Add(await request.Content!.ReadAsStringAsync());
                return sent.Count == 1 ? FakeHttp.Json(new { }) : FakeHttp.Json(new { Code = "INVALID_STATE" }, HttpStatusCode.Conflict);
            }
        );
        (await browser.GetAsync(address)).Page.QuerySelector("#last_name")!.GetAttribute("value").ShouldBe("Nyqvist");

        var saved = await SaveAsync(browser, address, "");
        var refused = await SaveAsync(browser, address, "taken@skola.example");
        var nameless = await browser.PostAsync(address, ("first_name", "Malin"), ("last_name", " "));

        saved.Location.ShouldBe(Class);
        sent[0].ShouldBe("{\"person_name\":{\"first_name\":\"Malin\",\"last_name\":\"Nyqvist\",\"legal_full_name\":null},\"email\":\"\"}");
        refused.Page.QuerySelector("#email-error")!.TextContent.ShouldContain("another of your students has it");
        refused.Page.QuerySelector("#email")!.GetAttribute("value").ShouldBe("taken@skola.example");
        nameless.Page.QuerySelector("#last_name-error").ShouldNotBeNull();
    }

    static object[] Lines =>
        [
            new
            {
                Line = 2,
                Name = "Malin Nyqvist",
                Email = "malin@skola.example",
                Outcome = "created",
                Column = (string?)null,
                Reason = (string?)null,
            },
            new
            {
                Line = 3,
                Name = (string?)null,
                Email = (string?)null,
                Outcome = "rejected",
                Column = "name",
                Reason = "name_incomplete",
            },
        ];

    static Task<Seen> SaveAsync(Browser browser, string address, string email) =>
        browser.PostAsync(address, ("first_name", "Malin"), ("last_name", "Nyqvist"), ("legal_name", ""), ("email", email));

    void Answer(string route, List<string> sent, object answer) =>
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/classes/{Neighbourhood.ClassId}/students/{route}",
            async request =>
            {
                sent.Add($"{request.RequestUri!.Query} {request.Headers.IfMatch} {await request.Content!.ReadAsStringAsync()}");
                return FakeHttp.Json(answer);
            }
        );

    void Refuse(string route, string field) =>
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/classes/{Neighbourhood.ClassId}/students/{route}",
            _ =>
                FakeHttp.Json(
                    new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { [field] = ["wrong"] } },
                    HttpStatusCode.BadRequest
                )
        );

    (Browser Browser, List<string> Sent) Open()
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        return (shared.Teacher, []);
    }
}
