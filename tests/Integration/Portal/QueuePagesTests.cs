using System.Net;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What an operator sees of tickets and of the providers of language models.</summary>
[Trait("Scenario", "P-60")]
public sealed class QueuePagesTests(WholePortal shared) : IClassFixture<WholePortal>
{
    const string Path = $"/ops/tickets/{TicketNeighbourhood.TicketId}";

    FakeHttp Others => shared.Portal.Others;

    DateTimeOffset Now => shared.Portal.Service.Clock.GetUtcNow();

    [Fact]
    public async Task Failed_messages_lead_to_their_page_and_of_other_tickets_the_state_is_seen()
    {
        TicketNeighbourhood.List(Others, TicketNeighbourhood.Failed(Now), TicketNeighbourhood.Request(Now));
        var before = Others.Asked.Count;

        var page = await shared.Operator.GetAsync("/ops/tickets");

        Others.Asked.Skip(before).ShouldBe(["GET /v1/tickets?limit=100&open=true"]);
        page.Page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).ShouldBe([Path]);
        page.Page.QuerySelector("tbody a")!.TextContent.ShouldBe("5 failed messages of NLP");
        page.Words.ShouldContain("Request about a student's data");
        page.Words.ShouldContain("a privacy officer");
        TicketNeighbourhood.List(Others);
        (await shared.Operator.GetAsync("/ops/tickets")).Words.ShouldContain("Nothing waits for a person.");
    }

    [Fact]
    public async Task All_of_a_group_are_run_again_or_given_up_with_a_note()
    {
        var sent = new List<JsonNode>();
        TicketNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            $"/v1/tickets/{TicketNeighbourhood.TicketId}/decision",
            async request =>
            {
                sent.Add(JsonNode.Parse(await request.Content!.ReadAsStringAsync())!);
                return FakeHttp.Json(TicketNeighbourhood.Failed(Now));
            }
        );
        var shown = await shared.Operator.GetAsync(Path);
        var key = shown.Page.QuerySelector("input[name=key]")!.GetAttribute("value")!;

        var refused = await shared.Operator.PostAsync($"{Path}/decision", ("decision", "discard"), ("key", key));
        var redriven = await shared.Operator.PostAsync($"{Path}/decision", ("decision", "redrive"), ("key", key));
        var given = await shared.Operator.PostAsync($"{Path}/decision", ("decision", "discard"), ("note", "Too old"), ("key", key));

        refused.Page.QuerySelector("#note-error").ShouldNotBeNull();
        (redriven.Location, given.Location).ShouldBe((Path, Path));
        sent.Select(body => $"{body["decision"]} {body["note"]}").ShouldBe(["redrive ", "discard Too old"]);
    }

    [Fact]
    public async Task A_ticket_of_somebody_else_has_no_page_here()
    {
        TicketNeighbourhood.Show(Others, TicketNeighbourhood.Request(Now));

        (await shared.Operator.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Providers_are_shown_as_the_gateway_knows_them_and_asked_when_somebody_says_so()
    {
        ModelNeighbourhood.Open(Others, Now);
        Others.On(
            HttpMethod.Post,
            "/v1/llm/health/check",
            _ =>
                FakeHttp.Json(
                    new
                    {
                        Status = "unknown",
                        Providers = Array.Empty<object>(),
                        LastCheck = (DateTimeOffset?)null,
                    }
                )
        );

        var page = await shared.Operator.GetAsync("/ops/models");
        var asked = await shared.Operator.PostAsync("/ops/models/check");

        page.Words.ShouldContain("Some providers do not answer; the others are asked instead.");
        var row = page.Page.QuerySelector("tbody tr")!.TextContent;
        row.ShouldContain("wants to be asked later (left alone for a while)");
        row.ShouldContain("HTTP 429");
        row.ShouldContain("812 ms");
        row.ShouldContain("local/default: does not answer");
        asked.Location.ShouldBe("/ops/models");
        Others.Asked[^1].ShouldBe("POST /v1/llm/health/check");
    }
}
