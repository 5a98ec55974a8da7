using System.Net;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

public sealed class TeacherTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task The_overview_says_what_needs_the_teacher_and_until_when()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());

        var card = (await browser.GetAsync("/")).Page.QuerySelector(".card")!;

        card.TextContent.ShouldContain("25 of 28 essays matched, 12 decided; 16 need the teacher; auto-confirms Mon 14:12");
        card.QuerySelector("time")!.TextContent.ShouldBe("5 h 12 min");
        card.QuerySelector("a.main")!.GetAttribute("href").ShouldBe($"/batches/{Neighbourhood.BatchId}/review");
        card.QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2026-01-05T13:12:00.0000000+00:00");
    }

    [Fact, Trait("Scenario", "P-12")]
    public async Task The_services_are_asked_in_the_teachers_name_and_with_that_role_alone()
    {
        var portal = shared.Portal;
        var browser = await portal.SignedInAsync("olga", Phase1Roles.Teacher, Phase1Roles.Operator, Phase1Roles.SchoolAdmin);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        var asked = new List<string>();
        portal.Others.On(
            HttpMethod.Get,
            "/v1/classes",
            request =>
            {
                asked.AddRange(
                    new[] { "X-Service-ID", "X-User-ID", "X-User-Roles", "X-Correlation-ID" }.Select(name =>
                        request.Headers.GetValues(name).Single()
                    )
                );
                return FakeHttp.Json(new { Items = Array.Empty<object>(), NextCursor = (string?)null });
            }
        );

        var seen = await browser.GetAsync("/classes", headers => headers.Add("X-User-ID", "somebody-else"));

        asked.ShouldBe(["portal", "user-olga", "teacher", seen.Headers["X-Correlation-ID"]]);
    }

    [Theory, Trait("Scenario", "S-605")]
    [InlineData("/v1/classes.*", "Class Management")]
    [InlineData("/v1/batches/.*/essays", "Essay Lifecycle")]
    public async Task A_page_does_without_a_service_that_is_away_and_names_it(string away, string name)
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        portal.Others.Away(away);

        var seen = await browser.GetAsync($"/batches/{Neighbourhood.BatchId}");

        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        seen.Words.ShouldContain($"{name} does not answer just now");
        seen.Words.ShouldContain("25 of 28 essays matched");
    }

    [Fact, Trait("Scenario", "S-605")]
    public async Task Without_its_main_part_a_page_says_so_in_words_and_gives_the_id_of_the_request()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        portal.Others.Away(".*");

        var seen = await browser.GetAsync("/");

        seen.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        seen.Words.ShouldContain("Nothing is lost");
        seen.Words.ShouldContain(seen.Headers["X-Correlation-ID"]);
    }

    [Fact]
    public async Task Another_teachers_batch_is_not_there()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        portal.Others.OnGet("/v1/.*", HttpStatusCode.NotFound);

        var seen = await browser.GetAsync("/batches/01890000-0000-7000-8000-00000000000f");

        seen.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        seen.Words.ShouldContain("There is no such page");
    }

    [Fact]
    public async Task A_list_is_pasted_and_its_bad_lines_come_back()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        portal.Others.On(
            HttpMethod.Post,
            $"/v1/classes/{Neighbourhood.ClassId}/students/bulk",
            _ =>
                FakeHttp.Json(
                    new
                    {
                        Created = 1,
                        Existing = 0,
                        Rejected = new[] { new { Line = 2, Reason = "name_incomplete" } },
                    }
                )
        );
        await browser.GetAsync($"/classes/{Neighbourhood.ClassId}");

        var seen = await browser.PostAsync(
            $"/classes/{Neighbourhood.ClassId}/students",
            ("lines", "Åsa Öberg\r\n\r\nMalte\r\n"),
            ("key", "k1")
        );

        seen.Words.ShouldContain("1 student added.");
        seen.Words.ShouldContain("Line 2: first name or surname is missing.");
        seen.Page.QuerySelector("textarea")!.TextContent.ShouldBe("Malte");
    }

    [Fact, Trait("Scenario", "P-21")]
    public async Task A_form_with_files_makes_a_batch_of_as_many_essays_and_hands_them_on()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        var sent = "";
        var keys = new List<string>();
        Neighbourhood.TakeFiles(portal.Others, (_, body) => sent = body);
        portal.Others.On(
            HttpMethod.Post,
            "/v1/batches/register",
            async request =>
            {
                keys.Add($"{request.Headers.GetValues("Idempotency-Key").Single()} {await request.Content!.ReadAsStringAsync()}");
                return FakeHttp.Json(new { Neighbourhood.BatchId }, HttpStatusCode.Accepted);
            }
        );
        var page = await browser.GetAsync("/batches/new");
        var key = page.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;

        for (var twice = 0; twice < 2; twice++)
        {
            using var form = new MultipartFormDataContent
            {
                { new StringContent(browser.Token), "__token" },
                { new StringContent(key), "key" },
                { new StringContent(Neighbourhood.ClassId.ToString()), "class" },
                { new StringContent(""), "course" },
                { new StringContent(""), "count" },
                { new StringContent("The day we moved"), "files", "jonas åäö.txt" },
                { new StringContent("Another day"), "files", "malin.txt" },
            };
            (await browser.SendAsync(HttpMethod.Post, "/batches", form, null)).Location.ShouldBe($"/batches/{Neighbourhood.BatchId}");
        }

        keys.Distinct()
            .ShouldBe([$"{key} {{\"expected_essay_count\":2,\"course_code\":\"ENG6\",\"class_id\":\"{Neighbourhood.ClassId}\"}}"]);
        keys.Count.ShouldBe(2);
        sent.ShouldContain("The day we moved");
        sent.ShouldContain("filename=\"jonas åäö.txt\"");
    }

    [Fact]
    public async Task A_form_that_lacks_something_comes_back_with_what_was_typed()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        Neighbourhood.Open(portal.Others, portal.Service.Clock.GetUtcNow());
        await browser.GetAsync("/batches/new");

        var seen = await browser.PostAsync("/batches", ("class", ""), ("count", "12"), ("key", "k1"));

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Words.ShouldContain("A batch without a class needs a course.");
        seen.Page.QuerySelector("#count")!.GetAttribute("value").ShouldBe("12");
    }

    [Fact, Trait("Scenario", "P-20")]
    public async Task A_file_that_is_refused_is_named_with_its_reason()
    {
        var (portal, browser) = (shared.Portal, shared.Teacher);
        portal.Others.On(
            HttpMethod.Post,
            "/v1/files/batch",
            _ =>
                FakeHttp.Json(
                    new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { ["files[0]"] = ["EMPTY_CONTENT"] } },
                    HttpStatusCode.UnprocessableEntity
                )
        );
        await browser.GetAsync("/me");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(browser.Token), "__token" },
            { new StringContent("k1"), "key" },
            { new StringContent(" "), "files", "empty.docx" },
        };

        var seen = await browser.SendAsync(HttpMethod.Post, $"/batches/{Neighbourhood.BatchId}/files", form, null);

        seen.Words.ShouldContain("1 file was refused:");
        seen.Words.ShouldContain("it is empty");
    }
}
