using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Tickets.Sops;

/// <summary>A budget that is spent, as its organisation's administrator meets it; the test tells what the gateway would.</summary>
public sealed class BudgetOverrideTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    const string School = "school-9";
    const string Period = "2026-01-05";

    static CancellationToken Token => TicketsUnderTest.Token;

    [Fact]
    public async Task An_administrator_of_the_organisation_raises_the_limit_and_the_gateway_s_record_ends_the_ticket()
    {
        var budget = tickets.Service.NewId();
        await ReachedAsync(budget, version: 1);
        using var admin = tickets.As("admin-1", "school-admin", School);
        using var stranger = tickets.As("admin-2", "school-admin", "school-8");
        var ticket = await WaitAsync(admin, budget, seen => TicketsUnderTest.Status(seen) == "deferred");
        var address = $"/v1/tickets/{ticket["ticket_id"]}";
        (await AllAsync(stranger, budget)).ShouldBeEmpty();
        using var hidden = await stranger.GetAsync(address, Token);
        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await RefusedAsync(admin, address, new { decision = "approve" }, "MISSING_REQUIRED_FIELD");
        await RefusedAsync(admin, address, new { decision = "approve", data = new { new_limit = "a lot" } }, "VALIDATION_ERROR");
        await RefusedAsync(admin, address, new { decision = "approve", data = new { new_limit = "100" } }, "VALIDATION_ERROR");
        using var decided = await admin.PostAsJsonAsync(
            $"{address}/decision",
            new { decision = "approve", data = new { new_limit = "250.50" } },
            Token
        );
        await TicketsUnderTest.ReadAsync(decided);
        await tickets.Service.DrainAsync();
        var told = (await tickets.Service.Log.FactsAsync<TicketDecisionMade>(Token)).Last().Data;
        (told.Sop, told.Reference, told.Decision).ShouldBe(("BUDGET_OVERRIDE", $"{budget}:{Period}", "approve"));
        told.Values["new_limit"].GetString().ShouldBe("250.50");

        await RaisedAsync(budget, version: 2);

        var ended = await WaitAsync(admin, budget, seen => TicketsUnderTest.Status(seen) == "completed");
        ((string?)ended["outcome"], (string?)ended["ticket_id"]).ShouldBe(("approved", (string?)ticket["ticket_id"]));
        await ReachedAsync(budget, version: 1);
        (await AllAsync(admin, budget)).Count.ShouldBe(1, "a record that comes again");
        await ReachedAsync(budget, version: 2);
        (await AllAsync(admin, budget)).Count.ShouldBe(2, "the higher limit is reached as well");
    }

    [Fact]
    public async Task What_was_raised_before_its_ticket_is_born_closed()
    {
        var budget = tickets.Service.NewId();
        await RaisedAsync(budget, version: 2);
        await ReachedAsync(budget, version: 1);

        using var admin = tickets.As("admin-1", "school-admin", School);
        var born = (await AllAsync(admin, budget)).ShouldHaveSingleItem();
        (TicketsUnderTest.Status(born), (string?)born["outcome"]).ShouldBe(("completed", "approved"));
        ((string?)born["agent_occurrence_id"], (int)born["version"]!).ShouldBe(("__shared__", 1));
    }

    [Fact]
    public async Task A_higher_limit_that_is_reached_says_that_it_was_raised()
    {
        var budget = tickets.Service.NewId();
        await ReachedAsync(budget, version: 1);
        await ReachedAsync(budget, version: 2);
        await RaisedAsync(budget, version: 2);

        using var admin = tickets.As("admin-1", "school-admin", School);
        var both = await AllAsync(admin, budget);
        both.Select(one => (string?)one["outcome"]).ShouldBe([null, "approved"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_ends_it_and_so_does_the_end_of_the_period()
    {
        var (refused, over) = (tickets.Service.NewId(), tickets.Service.NewId());
        await ReachedAsync(refused, version: 1);
        await ReachedAsync(over, version: 1);
        using var admin = tickets.As("admin-1", "school-admin", School);
        var parked = await WaitAsync(admin, refused, seen => TicketsUnderTest.Status(seen) == "deferred");
        await WaitAsync(admin, over, seen => TicketsUnderTest.Status(seen) == "deferred");

        using var no = await admin.PostAsJsonAsync(
            $"/v1/tickets/{parked["ticket_id"]}/decision",
            new { decision = "reject", note = "Not this month." },
            Token
        );
        var rejected = await TicketsUnderTest.ReadAsync(no);
        (TicketsUnderTest.Status(rejected), (string?)rejected["outcome"]).ShouldBe(("cancelled", "rejected"));
        await ReachedAsync(refused, version: 1);
        (await AllAsync(admin, refused)).Count.ShouldBe(1);

        tickets.Service.Advance(TimeSpan.FromDays(2));
        var ended = await WaitAsync(
            admin,
            over,
            seen =>
            {
                tickets.Service.Advance(TimeSpan.FromMinutes(1));
                return TicketsUnderTest.Status(seen) == "completed";
            }
        );
        ((string?)ended["outcome"]).ShouldBe("period_over");
        var late = tickets.Service.NewId();
        await ReachedAsync(late, version: 1, endsIn: TimeSpan.FromDays(-1));
        ((string?)(await AllAsync(admin, late)).ShouldHaveSingleItem()["outcome"]).ShouldBe("period_over");
    }

    Task ReachedAsync(Guid budget, int version, TimeSpan? endsIn = null) =>
        FeedAsync(
            new LlmBudgetThresholdReached
            {
                WorkspaceId = $"org:{School}",
                BudgetId = budget,
                ScopeType = "workspace",
                ScopeId = $"org:{School}",
                Unit = "money",
                Period = "day",
                PeriodKey = Period,
                LimitVersion = version,
                Threshold = "exceeded",
                Percent = "100.4",
                Spent = "100.4",
                LimitAmount = "100",
                Currency = "SEK",
                Severity = "critical",
                PeriodEndsAt = tickets.Service.Clock.GetUtcNow() + (endsIn ?? TimeSpan.FromDays(1)),
                Refused = true,
            }
        );

    Task RaisedAsync(Guid budget, int version) =>
        FeedAsync(
            new LlmBudgetChanged
            {
                WorkspaceId = $"org:{School}",
                BudgetId = budget,
                ScopeType = "workspace",
                ScopeId = $"org:{School}",
                PeriodKey = Period,
                LimitAmount = "250.50",
                LimitVersion = version,
                ChangedBy = "admin-1",
                ReasonCode = "overridden",
            }
        );

    async Task FeedAsync(IFact fact)
    {
        await tickets.Service.FeedAsync(fact, new EventCause(tickets.Service.NewId(), OrgId: School));
        await tickets.Service.DrainAsync();
    }

    static async Task RefusedAsync(HttpClient admin, string address, object decision, string code)
    {
        using var answer = await admin.PostAsJsonAsync($"{address}/decision", decision, Token);
        (await TicketsUnderTest.ReadAsync(answer, HttpStatusCode.BadRequest))["code"]!.ToString().ShouldBe(code);
    }

    static async Task<IReadOnlyList<JsonNode>> AllAsync(HttpClient admin, Guid budget)
    {
        var page = await admin.GetFromJsonAsync<JsonObject>($"/v1/tickets?batch_id={budget}:{Period}", Token);
        return [.. page!["items"]!.AsArray().Select(item => item!)];
    }

    static async Task<JsonNode> WaitAsync(HttpClient admin, Guid budget, Func<JsonNode, bool> condition)
    {
        JsonNode? found = null;
        await Eventually.BecomesTrueAsync(
            async () => (found = (await AllAsync(admin, budget)).SingleOrDefault()) is not null && condition(found),
            Token
        );
        return found!;
    }
}
