using System.Net;
using System.Text.Json.Nodes;
using Phase1.ModelGateway;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What a school administrator sees of language models, and changes.</summary>
[Trait("Scenario", "P-59")]
public sealed class ModelPagesTests(WholePortal shared) : IClassFixture<WholePortal>
{
    static readonly string BudgetPath = $"/school/models/budgets/{ModelNeighbourhood.BudgetId}";

    FakeHttp Others => shared.Portal.Others;

    Browser Admin => shared.Admin;

    DateTimeOffset Now => shared.Portal.Service.Clock.GetUtcNow();

    [Fact]
    public async Task Budgets_alerts_and_the_last_days_stand_on_one_page_at_five_questions()
    {
        ModelNeighbourhood.Open(Others, Now);
        TicketNeighbourhood.List(Others, TicketNeighbourhood.Spent(Now));
        var before = Others.Asked.Count;

        var page = await Admin.GetAsync("/school/models");

        Others.Asked.Count.ShouldBe(before + 5);
        page.Page.QuerySelector("section.card li")!.TextContent.ShouldBe("English 6: 10.00 SEK of 10.00 SEK are spent.");
        Others.Asked.Skip(before).ShouldContain("GET /v1/workspaces/user%3Auser-admin/quota");
        var row = page.Page.QuerySelector("tbody tr")!;
        row.QuerySelectorAll("td")
            .Select(cell => cell.TextContent)
            .ShouldBe(["a month", "10.00 SEK", "9.65 SEK", "0.30 SEK", "little is left"]);
        row.QuerySelectorAll(".wrong").Length.ShouldBe(1);
        page.Page.QuerySelectorAll("svg rect").Length.ShouldBe(30);
        page.Page.QuerySelector("svg")!.GetAttribute("aria-label")!.ShouldStartWith("4 calls, 1.00 SEK together; the most is");
        page.Page.QuerySelector(".lines li")!.TextContent.ShouldContain("little is left (2026-02)");
        page.Page.QuerySelectorAll("[style]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("day", 31)]
    [InlineData("course", 2)]
    public async Task Usage_is_drawn_and_written_down_by_what_is_asked_for(string group, int bars)
    {
        ModelNeighbourhood.Open(Others, Now);
        var before = Others.Asked.Count;

        var page = await Admin.GetAsync($"/school/models/usage?group={group}&from=2026-01-01&to=2026-01-31");

        Others.Asked.Skip(before).ShouldBe([$"GET /v1/workspaces/user%3Auser-admin/usage?group={group}&from=2026-01-01&to=2026-01-31"]);
        page.Page.QuerySelectorAll("svg rect").Length.ShouldBe(bars);
        page.Page.QuerySelectorAll("svg rect[height='100.00'], svg rect[height='100']").Length.ShouldBe(1);
        page.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.Words.Contains("English 6", StringComparison.Ordinal).ShouldBe(group == "course");
    }

    [Fact]
    public async Task Without_a_call_and_without_a_budget_the_page_says_so_and_wrong_days_are_kept()
    {
        ModelNeighbourhood.Open(Others, Now);
        TicketNeighbourhood.List(Others);
        Others.OnGet("/v1/budgets", new { Items = Array.Empty<object>(), NextCursor = (string?)null });
        Others.OnGet("/v1/budget-alerts", Array.Empty<object>());
        Others.OnGet("/v1/workspaces/.*/usage", new { Groups = Array.Empty<object>(), Total = ModelNeighbourhood.Sum("", 0, 0) });

        var empty = await Admin.GetAsync("/school/models");
        Others.OnGet("/v1/workspaces/.*/usage", HttpStatusCode.BadRequest);
        var wrong = await Admin.GetAsync("/school/models/usage?group=model&from=2026-02-01&to=2026-01-01");

        empty.Words.ShouldContain("There is no budget");
        empty.Words.ShouldContain("No language model was asked in these days.");
        empty.Words.ShouldContain("No budget has come near its end");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Page.QuerySelector("#from")!.GetAttribute("value").ShouldBe("2026-02-01");
        wrong.Page.QuerySelector("#to-error").ShouldNotBeNull();
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task A_limit_that_cannot_be_raised_so_is_shown_again_with_the_reason()
    {
        ModelNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            $"/v1/budgets/{ModelNeighbourhood.BudgetId}/override",
            _ => FakeHttp.Json(new { Code = "LIMIT_EXCEEDED" }, HttpStatusCode.UnprocessableEntity)
        );
        await Admin.GetAsync(BudgetPath);

        var text = await Admin.PostAsync($"{BudgetPath}/raise", ("period", "2026-02"), ("limit", "much"), ("reason", "More essays"));
        var low = await Admin.PostAsync($"{BudgetPath}/raise", ("period", "2026-02"), ("limit", "9,5"), ("reason", "More essays"));

        text.Page.QuerySelector("#limit-error")!.TextContent.ShouldBe("A limit is a number, at least 0.");
        text.Page.QuerySelector("#limit")!.GetAttribute("value").ShouldBe("much");
        low.Page.QuerySelector("#limit-error")!.TextContent.ShouldStartWith("The limit is as high already.");
        low.Page.QuerySelector("#reason")!.GetAttribute("value").ShouldBe("More essays");
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task While_the_gateway_is_away_a_form_stands_on_a_page_that_sends_it_again()
    {
        ModelNeighbourhood.Open(Others, Now);
        await Admin.GetAsync(BudgetPath);
        Others.Away("/v1/budgets.*");

        var unsent = await Admin.PostAsync($"{BudgetPath}/raise", ("period", "2026-02"), ("limit", "12"), ("reason", "More <b>"));

        unsent.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var form = unsent.Page.QuerySelector("main form")!;
        form.GetAttribute("action").ShouldBe($"{BudgetPath}/raise");
        form.QuerySelectorAll("input:not([name=__token])")
            .Select(field => (field.GetAttribute("name"), field.GetAttribute("value")))
            .ShouldBe([("period", "2026-02"), ("limit", "12"), ("reason", "More <b>")]);
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task About_a_budget_that_is_spent_an_administrator_says_how_much_more_or_no_and_why()
    {
        var path = $"/school/models/spent/{TicketNeighbourhood.TicketId}";
        var sent = new List<string>();
        TicketNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            $"/v1/tickets/{TicketNeighbourhood.TicketId}/decision",
            async request =>
            {
                sent.Add(await request.Content!.ReadAsStringAsync());
                var refused = new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { ["data.new_limit"] = ["low"] } };
                return sent.Count == 1 ? FakeHttp.Json(refused, HttpStatusCode.BadRequest) : FakeHttp.Json(TicketNeighbourhood.Spent(Now));
            }
        );
        var key = (await Admin.GetAsync(path)).Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;

        var low = await Admin.PostAsync($"{path}/decision", ("decision", "approve"), ("limit", "9"), ("key", key));
        var more = await Admin.PostAsync($"{path}/decision", ("decision", "approve"), ("limit", "12,5"), ("key", key));
        var no = await Admin.PostAsync($"{path}/decision", ("decision", "reject"), ("note", "Enough"), ("key", key));

        low.Page.QuerySelector("#limit-error")!.TextContent.ShouldStartWith("The limit is as high already.");
        low.Page.QuerySelector("#limit")!.GetAttribute("value").ShouldBe("9");
        (more.Location, no.Location).ShouldBe((path, path));
        ((string?)JsonNode.Parse(sent[1])!["data"]!["new_limit"]).ShouldBe("12.5");
        ((string?)JsonNode.Parse(sent[2])!["note"]).ShouldBe("Enough");
    }

    [Fact, Trait("Scenario", "P-57")]
    public async Task What_a_page_does_not_show_of_a_policy_stays_and_a_newer_one_is_not_overwritten()
    {
        string? sent = null;
        ModelNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Put,
            "/v1/workspaces/.*/policy",
            async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return FakeHttp.Json(new { Code = "STALE_VERSION" }, HttpStatusCode.Conflict);
            }
        );
        var shown = await Admin.GetAsync("/school/models/policy");

        var refused = await Admin.PostAsync(
            "/school/models/policy",
            ("version", "3"),
            ("external", "on"),
            ("some_providers", "on"),
            ("allowed:local", "on"),
            ("tell_me", "on")
        );

        shown.Page.QuerySelector("input[name=enabled]")!.HasAttribute("checked").ShouldBeTrue();
        shown.Page.QuerySelector("input[name=external]")!.HasAttribute("checked").ShouldBeFalse();
        shown.Page.QuerySelector("input[name='allowed:local']")!.HasAttribute("checked").ShouldBeTrue();
        var body = JsonNode.Parse(sent!)!;
        ((bool)body["gateway_enabled"]!, (bool)body["no_external"]!, (long)body["version"]!).ShouldBe((false, false, 3));
        body["allowed_regions"]!.AsArray().Select(region => (string?)region).ShouldBe(["eu"]);
        body["admin_user_ids"]!.AsArray().Select(user => (string?)user).ShouldBe(["user-head", "user-admin"]);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        refused.Page.QuerySelector("input[name=external]")!.HasAttribute("checked").ShouldBeTrue();
        refused.Page.QuerySelector("input[name=enabled]")!.HasAttribute("checked").ShouldBeFalse();
        refused.Page.QuerySelector("input[name=version]")!.GetAttribute("value").ShouldBe("7");
    }

    [Fact]
    public async Task With_the_gateway_itself_a_budget_is_made_raised_and_ended_and_a_switch_is_turned()
    {
        await using var gateway = await ServiceUnderTest.StartAsync(() => new ModelGatewayService());
        await using var portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        using var service = new ServiceBehind(gateway, portal.Others, "/v1/(budgets|budget-alerts|workspaces|llm).*");
        TicketNeighbourhood.List(portal.Others);
        var admin = await portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        var other = await portal.SignedInAsync("other", Phase1Roles.SchoolAdmin);

        await admin.GetAsync("/school/models/budgets/new");
        (string, string)[] typed = [("scope", "workspace"), ("period", "month"), ("unit", "money"), ("limit", "0,5")];
        (await admin.PostAsync("/school/models/budgets", [.. typed, ("key", "1")])).Location.ShouldBe("/school/models");
        (await admin.PostAsync("/school/models/budgets", [.. typed, ("key", "2")])).Words.ShouldContain("There is such a budget already.");
        var list = await admin.GetAsync("/school/models");
        list.Words.ShouldContain("0.50 SEK");
        var path = list.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        (await other.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var budget = await admin.GetAsync(path);
        var period = budget.Page.QuerySelector("input[name=period]")!.GetAttribute("value")!;
        var raised = await admin.PostAsync($"{path}/raise", ("period", period), ("limit", "2"), ("reason", "More essays"));
        raised.Location.ShouldBe(path);
        (await admin.GetAsync(path)).Words.ShouldContain("2.00 SEK");
        (await admin.PostAsync($"{path}/close")).Location.ShouldBe("/school/models");
        (await admin.GetAsync("/school/models")).Words.ShouldContain("There is no budget");

        var policy = await admin.GetAsync("/school/models/policy");
        policy.Page.QuerySelector("input[name=external]")!.HasAttribute("checked").ShouldBeFalse();
        var version = policy.Page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var saved = await admin.PostAsync("/school/models/policy", ("version", version), ("enabled", "on"), ("external", "on"));
        saved.Location.ShouldBe("/school/models/policy?saved=true");
        (await admin.GetAsync("/school/models/policy")).Page.QuerySelector("input[name=external]")!.HasAttribute("checked").ShouldBeTrue();
        (await other.GetAsync("/school/models/policy")).Page.QuerySelector("input[name=external]")!.HasAttribute("checked").ShouldBeFalse();
    }
}
