using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Portal.Tokens;
using Phase1.Servers.Processes;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What programs may ask, of which service, and in which role.</summary>
[Trait("Scenario", "P-11")]
public sealed class ForwardingTests
{
    static readonly Guid Id = PageRoutesTable.Id;

    [Fact]
    public async Task A_program_asks_in_the_name_of_its_owner_with_the_role_of_the_route()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher, Phase1Roles.Operator);
        var token = await Programs.TokenAsync(browser, Phase1Roles.Teacher, Phase1Roles.Operator);
        var seen = new List<string>();
        portal.Others.On(HttpMethod.Get, "/(internal/)?v1/batches", request => Remember(request, seen));

        using var program = Programs.With(portal, token);
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
        var token = await Programs.TokenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher), Phase1Roles.Teacher);
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

        using var program = Programs.With(portal, token);
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
        var token = await Programs.TokenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher), Phase1Roles.Teacher);
        portal.Others.On(
            HttpMethod.Get,
            $"/v1/classes/{Id}",
            _ => FakeHttp.Json(new { Code = "CLASS_NOT_FOUND" }, HttpStatusCode.NotFound)
        );
        portal.Others.Away("/v1/classes");
        using var program = Programs.With(portal, token);

        (await Programs.CodeAsync(program, $"/v1/classes/{Id}")).ShouldBe((HttpStatusCode.NotFound, "CLASS_NOT_FOUND"));
        (await Programs.CodeAsync(program, "/v1/classes")).ShouldBe((HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE"));
        (await Programs.CodeAsync(program, "/v1/student-matching/thresholds")).ShouldBe((HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"));
        (await Programs.CodeAsync(program, "/v1/ops/bos/batches")).ShouldBe((HttpStatusCode.Forbidden, "AUTHORIZATION_ERROR"));
    }

    [Fact]
    public async Task Tickets_and_budgets_are_asked_for_in_the_role_that_the_address_names()
    {
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        string[] roles = [Phase1Roles.Teacher, Phase1Roles.SchoolAdmin, Phase1Roles.PrivacyOfficer, Phase1Roles.Operator];
        var token = await Programs.TokenAsync(await portal.SignedInAsync("anna", roles), roles);
        var seen = new List<string>();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Patch, HttpMethod.Post })
        {
            portal.Others.On(method, "/.*", request => Remember(request, seen));
        }

        using var program = Programs.With(portal, token);
        foreach (var address in new[] { "tickets?open=true", "school/tickets", "privacy/tickets", "ops/tkt/tickets", "ops/tkt/held-keys" })
        {
            (await Programs.CodeAsync(program, $"/v1/{address}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        (await Programs.CodeAsync(program, "/v1/school/budgets")).Status.ShouldBe(HttpStatusCode.OK);
        (await Programs.CodeAsync(program, "/v1/ops/gateway/budgets")).Status.ShouldBe(HttpStatusCode.OK);
        (await Programs.CodeAsync(program, "/v1/budgets")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Programs.CodeAsync(program, "/v1/privacy/budgets")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var patched = await program.PatchAsJsonAsync("/v1/privacy/tickets/T001", new { priority = 3 }, Cancellation);
        using var asked = await program.PostAsJsonAsync("/v1/llm/completions", new { }, Cancellation);

        seen.ShouldBe([
            "portal user-anna teacher /v1/tickets?open=true",
            "portal user-anna school-admin /v1/tickets",
            "portal user-anna privacy-officer /v1/tickets",
            "portal user-anna operator /v1/tickets",
            "portal user-anna operator /internal/v1/held-keys",
            "portal user-anna school-admin /v1/budgets",
            "portal user-anna operator /v1/budgets",
            "portal user-anna privacy-officer /v1/tickets/T001",
            "portal user-anna teacher /v1/llm/completions",
        ]);
    }

    [Fact]
    public async Task What_a_school_does_without_is_not_there()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var token = await Programs.TokenAsync(await portal.SignedInAsync("anna", Phase1Roles.Teacher), Phase1Roles.Teacher);

        using var program = Programs.With(portal, token);

        (await Programs.CodeAsync(program, "/v1/tickets")).Status.ShouldBe(HttpStatusCode.NotFound);
        portal.Others.Asked.ShouldBeEmpty();
    }

    // The page of routes is made from what the services really have.
    [Fact]
    public void Every_route_for_users_is_forwarded_or_left_out_for_a_reason()
    {
        // Nobody needs it as a program: it never ends, is of a service that the Portal has no client of, is for the pages of privacy officers, or
        // shows an operator names for as long as a page is granted.
        string[] leftOut =
        [
            "GET /v1/notifications/stream",
            "GET /v1/tickets/stream",
            "GET /v1/tickets/{}/package",
            "POST /internal/v1/privacy/students/find",
            "PUT /internal/v1/privacy/students/{}",
            "POST /internal/v1/privacy/erasures/replay",
            "GET /v1/batches/{}/feedback",
            "POST /internal/v1/feedback/runs/{}/resume",
            "GET /internal/v1/retention",
            "GET /internal/v1/dead-letter-accesses",
            "GET /internal/v1/name-accesses",
            "GET /internal/v1/batches/{}/student-associations",
        ];
        var described = File.ReadLines(Repository.PathOf("docs/api.md"))
            .TakeWhile(line => line != "## Portal, for programs")
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
}
