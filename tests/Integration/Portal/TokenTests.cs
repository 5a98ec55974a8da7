using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Portal.Tokens;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Programs: a token instead of a cookie, and a list of what they may ask.</summary>
[Trait("Scenario", "P-11")]
public sealed class TokenTests
{
    static readonly Guid Id = PageRoutesTable.Id;

    [Fact]
    public async Task A_program_asks_in_the_name_of_its_owner_with_the_role_of_the_route()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher, Phase1Roles.Operator);
        var token = await MakeAsync(browser, Phase1Roles.Teacher, Phase1Roles.Operator);
        var seen = new List<string>();
        portal.Others.On(HttpMethod.Get, "/(internal/)?v1/batches", request => Remember(request, seen));

        using var program = Program(portal, token);
        using var own = await program.GetAsync("/v1/batches?status=cancelled&limit=5", Cancellation);
        using var all = await program.GetAsync("/v1/ops/bos/batches?stuck=true", Cancellation);

        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await own.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("items").GetArrayLength().ShouldBe(0);
        own.Headers.ETag!.Tag.ShouldBe("\"7\"");
        seen.ShouldBe([
            "portal user-anna teacher /v1/batches?status=cancelled&limit=5",
            "portal user-anna operator /internal/v1/batches?stuck=true",
        ]);
    }

    [Fact]
    public async Task What_a_program_sends_arrives_as_it_is_and_says_nothing_of_who_sends_it()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var token = await MakeAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher), Phase1Roles.Teacher);
        HttpRequestMessage? arrived = null;
        var body = "";
        portal.Others.On(
            HttpMethod.Post,
            "/v1/classes",
            async request =>
            {
                arrived = request;
                body = await request.Content!.ReadAsStringAsync(Cancellation);
                return new HttpResponseMessage(HttpStatusCode.Created)
                {
                    Headers = { Location = new Uri("/v1/classes/1", UriKind.Relative) },
                };
            }
        );

        using var program = Program(portal, token);
        program.DefaultRequestHeaders.Add("X-User-ID", "somebody-else");
        program.DefaultRequestHeaders.Add("X-User-Roles", "operator");
        program.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        using var answer = await program.PostAsJsonAsync("/v1/classes", new { name = "9B å" }, Cancellation);

        (answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.Created, "/v1/classes/1"));
        JsonSerializer.Deserialize<JsonElement>(body).GetProperty("name").GetString().ShouldBe("9B å");
        arrived!.Headers.GetValues("X-User-ID").ShouldBe(["user-anna"]);
        arrived.Headers.GetValues("X-User-Roles").ShouldBe(["teacher"]);
        arrived.Headers.GetValues("Idempotency-Key").ShouldBe(["k1"]);
        arrived.Content!.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task A_refusal_and_a_service_that_does_not_answer_are_problems_with_a_code()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var token = await MakeAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher), Phase1Roles.Teacher);
        portal.Others.On(
            HttpMethod.Get,
            $"/v1/classes/{Id}",
            _ => FakeHttp.Json(new { Code = "CLASS_NOT_FOUND" }, HttpStatusCode.NotFound)
        );
        portal.Others.Away("/v1/classes");
        using var program = Program(portal, token);

        (await CodeAsync(program, $"/v1/classes/{Id}")).ShouldBe((HttpStatusCode.NotFound, "CLASS_NOT_FOUND"));
        (await CodeAsync(program, "/v1/classes")).ShouldBe((HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE"));
        (await CodeAsync(program, "/v1/student-matching/thresholds")).ShouldBe((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"));
        (await CodeAsync(program, "/v1/ops/bos/batches")).ShouldBe((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR"));
    }

    [Fact, Trait("Scenario", "S-715")]
    public async Task A_token_is_for_programs_and_a_cookie_for_pages()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var token = await MakeAsync(browser, Phase1Roles.Teacher);
        using var program = Program(portal, token);
        using var stranger = Program(portal, "ph1_of-nobody");

        using (var page = await program.GetAsync("/me", Cancellation))
        {
            page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
        foreach (var route in ForwardedRoutes.All)
        {
            var address = string.Join('/', route.Pattern.Split('/').Select(segment => segment.StartsWith('{') ? $"{Id}" : segment));
            (await browser.SendAsync(new HttpMethod(route.Method), address, null, null)).StatusCode.ShouldBe(
                HttpStatusCode.Unauthorized,
                route.Pattern
            );
        }
        (await CodeAsync(stranger, "/v1/batches")).ShouldBe((HttpStatusCode.Unauthorized, "AUTHENTICATION_ERROR"));
        portal.Others.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_has_no_role_that_its_owner_has_not()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        await browser.GetAsync("/me/tokens");

        var refused = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "30"), (Phase1Roles.Operator, "on"));
        var unknown = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "3000"), (Phase1Roles.Teacher, "on"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Words.ShouldContain("Choose at least one role.");
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("update accounts set disabled_at = now()")]
    [InlineData("update accounts set roles = '{school-admin}'")]
    [InlineData("update api_tokens set expires_at = created_at")]
    [InlineData("revoke")]
    [Trait("Scenario", "S-715")]
    public async Task It_ends_with_its_time_its_revocation_its_owner_and_the_owners_role(string end)
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        using var program = Program(portal, await MakeAsync(browser, Phase1Roles.Teacher));
        portal.Others.OnGet("/v1/batches", new { Items = Array.Empty<object>() });
        (await CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);

        var listed = (await browser.GetAsync("/me/tokens")).Page.QuerySelector("button[name=token]")!.GetAttribute("value")!;
        if (end == "revoke")
        {
            await browser.PostAsync("/me/tokens/revoke", ("token", listed));
        }
        else
        {
            await using var command = portal.Service.Db.CreateCommand($"{end} where user_id = 'user-anna'");
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        (await CodeAsync(program, "/v1/batches")).Status.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_person_has_ten_and_sees_the_secret_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        var secrets = new List<string>();
        for (var made = 0; made < TokenRules.MostAPerson; made++)
        {
            secrets.Add(await MakeAsync(browser, Phase1Roles.Teacher));
        }

        var tooMany = await browser.PostAsync("/me/tokens", ("name", "x"), ("days", "30"), (Phase1Roles.Teacher, "on"));

        tooMany.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        secrets.ShouldBeUnique();
        var page = await browser.GetAsync("/me/tokens");
        secrets.ShouldAllBe(secret => !page.Text.Contains(secret));
        await using var stored = portal.Service.Db.CreateCommand("select count(*) from api_tokens where token_hash like 'ph1%'");
        (await stored.ExecuteScalarAsync(Cancellation)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_token_makes_twenty_requests_a_second()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        using var program = Program(portal, await MakeAsync(browser, Phase1Roles.Teacher));
        using var other = Program(portal, await MakeAsync(browser, Phase1Roles.Teacher));
        portal.Others.OnGet("/v1/batches", new { Items = Array.Empty<object>() });
        for (var requests = 0; requests < TokenLimit.MostASecond; requests++)
        {
            (await CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
        }

        (await CodeAsync(program, "/v1/batches")).ShouldBe((HttpStatusCode.TooManyRequests, "RATE_LIMIT"));
        (await CodeAsync(other, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
        portal.Service.Advance(TimeSpan.FromSeconds(1));
        (await CodeAsync(program, "/v1/batches")).Status.ShouldBe(HttpStatusCode.OK);
    }

    // The page of routes is made from what the services really have.
    [Fact]
    public void Every_route_for_users_is_forwarded_or_left_out_for_a_reason()
    {
        // Nobody needs it as a program: it never ends, is for the pages of privacy officers, or shows an operator names for as long as a page is granted.
        string[] leftOut =
        [
            "GET /v1/notifications/stream",
            "GET /internal/v1/retention",
            "GET /internal/v1/dead-letter-accesses",
            "GET /internal/v1/name-accesses",
            "GET /internal/v1/batches/{}/student-associations",
        ];
        // The Portal hands on what its own pages use: tickets and models have no pages yet.
        var described = File.ReadLines(Repository.PathOf("docs/api.md"))
            .TakeWhile(line => line != "## Tickets")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Split('|')[2].Trim() == "yes")
            .Select(line => line.Split('`')[1])
            .Concat(["GET /v1/classes/{}/roster", "GET /v1/content/{}"])
            .Select(Shape)
            .Distinct()
            .Except(leftOut);

        ForwardedRoutes
            .All.Select(route => Shape($"{route.Method} {route.There}{route.Pattern[route.Here.Length..]}"))
            .Distinct()
            .ShouldBe(described, ignoreOrder: true);
        ForwardedRoutes.All.Select(route => Shape($"{route.Method} {route.Pattern}")).ShouldBeUnique();
    }

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    static string Shape(string route) => string.Join('/', route.Split('/').Select(segment => segment.StartsWith('{') ? "{}" : segment));

    static HttpResponseMessage Remember(HttpRequestMessage request, List<string> seen)
    {
        string Of(string header) => request.Headers.GetValues(header).Single();
        seen.Add($"{Of("X-Service-ID")} {Of("X-User-ID")} {Of("X-User-Roles")} {request.RequestUri!.PathAndQuery}");
        var answer = FakeHttp.Json(new { Items = Array.Empty<object>() });
        answer.Headers.ETag = new EntityTagHeaderValue("\"7\"");
        return answer;
    }

    static HttpClient Program(PortalUnderTest portal, string token) =>
        new() { BaseAddress = portal.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };

    static async Task<string> MakeAsync(Browser browser, params string[] roles)
    {
        await browser.GetAsync("/me/tokens");
        var made = await browser.PostAsync("/me/tokens", [("name", "load test"), ("days", "30"), .. roles.Select(role => (role, "on"))]);
        return made.Page.QuerySelector("pre code")!.TextContent;
    }

    static async Task<(HttpStatusCode Status, string? Code)> CodeAsync(HttpClient program, string path)
    {
        using var answer = await program.GetAsync(path, Cancellation);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        return (answer.StatusCode, body.TryGetProperty("code", out var code) ? code.GetString() : null);
    }
}
