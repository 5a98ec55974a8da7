using System.Net;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What an officer may ask for and decide is what Tickets offers.</summary>
[Trait("Scenario", "P-56")]
public sealed class RequestChoiceTests(WholePortal shared) : IClassFixture<WholePortal>
{
    const string Path = $"/privacy/requests/{TicketNeighbourhood.TicketId}";

    FakeHttp Others => shared.Portal.Others;

    Browser Officer => shared.Officer;

    DateTimeOffset Now => shared.Portal.Service.Clock.GetUtcNow();

    [Fact]
    public async Task What_may_be_asked_for_is_what_tickets_knows_and_the_pages_have_words_for()
    {
        TicketNeighbourhood.Open(Others, Now);

        var page = await Officer.GetAsync("/privacy/requests/new");

        page.Page.QuerySelectorAll("input[name=kind]").Select(kind => kind.GetAttribute("value")).ShouldBe(["DSAR_ACCESS", "DSAR_DELETE"]);
    }

    [Fact]
    public async Task Of_a_correction_the_page_shows_what_is_to_be_corrected_before_it_is_approved()
    {
        var metadata = """
            {"details": {"correction_details": {"kind": "student_record", "student_id": "id", "last_name": "Nyqvist <b>"}}}
            """;
        TicketNeighbourhood.Show(Others, TicketNeighbourhood.Request(Now, "DSAR_RECTIFY", "approval", metadata: metadata));

        var page = await Officer.GetAsync(Path);

        page.Page.QuerySelector("h1")!.TextContent.ShouldBe("Be corrected");
        page.Words.ShouldContain("last_name Nyqvist <b>");
        page.Words.ShouldNotContain("student_record");
        page.Words.ShouldContain("it is corrected where it is kept");
    }

    [Fact]
    public async Task Once_there_is_more_time_for_an_answer_and_what_was_typed_about_it_stays()
    {
        string? sent = null;
        TicketNeighbourhood.Show(Others, Extendable("{}"));
        Others.On(
            HttpMethod.Post,
            $"/v1/tickets/{TicketNeighbourhood.TicketId}/decision",
            async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return FakeHttp.Json(
                    new { Code = "MISSING_REQUIRED_FIELD", Errors = new Dictionary<string, string[]> { ["note"] = ["..."] } },
                    HttpStatusCode.BadRequest
                );
            }
        );
        await Officer.GetAsync(Path);

        var refused = await Officer.PostAsync($"{Path}/decision", ("decision", "extend"), ("months", "2"), ("extension_note", ""));
        TicketNeighbourhood.Show(Others, Extendable("""{"extended_by_months": 2}"""));
        var extended = await Officer.GetAsync(Path);

        ((int)JsonNode.Parse(sent!)!["data"]!["months"]!).ShouldBe(2);
        refused.Page.QuerySelector("#extension_note-error").ShouldNotBeNull();
        refused.Page.QuerySelector("input[name=months][checked]")!.GetAttribute("value").ShouldBe("2");
        refused.Page.QuerySelectorAll("button[value=recollect]").Length.ShouldBe(1);
        extended.Page.QuerySelectorAll("button[value=extend]").ShouldBeEmpty();
    }

    Dictionary<string, object?> Extendable(string metadata)
    {
        var ticket = TicketNeighbourhood.Request(Now, stage: "delivery", metadata: metadata);
        ticket["stages"] = new[]
        {
            new
            {
                Name = "delivery",
                Human = true,
                Status = "pending",
                IsCurrent = true,
                Decisions = new[] { "delivered", "recollect", "extend" },
            },
        };
        return ticket;
    }
}
