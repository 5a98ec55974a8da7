using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Unit.Tests.Tickets;

public sealed class VerdictTests
{
    const string Me = "me";
    const string Shared = Ticket.Shared;
    static readonly DateTimeOffset Now = new(2025, 11, 7, 12, 0, 0, TimeSpan.Zero);

    // Each row of the table in docs/tickets.md, and its neighbours.
    [Theory]
    [InlineData("completed", Shared, "{}", false, "skip terminal")]
    [InlineData("deferred", Shared, """{"deferred_until": "2025-11-07T12:00:00Z"}""", false, "wake due")]
    [InlineData("deferred", Me, """{"deferred_until": "2025-11-07T12:00:01Z"}""", false, "skip parked")]
    [InlineData("deferred", Me, """{"deferred_until": "2025-11-07", "awaiting_human_response": true}""", false, "skip parked")]
    [InlineData("blocked", Shared, "{}", false, "skip status")]
    [InlineData("pending", "other", "{}", false, "skip not_shared")]
    [InlineData("in_progress", "other", "{}", true, "skip elsewhere")]
    [InlineData("blocked", Me, "{}", true, "skip parked")]
    [InlineData("assigned", Me, "{}", true, "skip has_task")]
    [InlineData("assigned", Me, """{"deferred_until": "2025-11-08T00:00:00+09:00"}""", false, "skip not_yet")]
    [InlineData("assigned", Me, """{"deferred_until": "2025-11-07T20:00:00+09:00"}""", false, "continue open")]
    [InlineData("in_progress", Me, """{"awaiting_human_response": true}""", false, "skip human")]
    [InlineData("in_progress", Me, """{"awaiting_human_response": "true"}""", false, "continue open")]
    [InlineData("pending", Shared, "{}", false, "claim open")]
    [InlineData("assigned", Shared, "{}", false, "adopt open")]
    [InlineData("pending", Me, "{}", false, "adopt open")]
    [InlineData("in_progress", Me, "{}", false, "continue open")]
    public void The_first_row_that_holds_decides(string status, string owner, string metadata, bool hasTask, string expected)
    {
        var ticket = TicketOf(WireEnum.Parse<TicketStatus>(status), owner, metadata);

        var verdict = Verdict.Decide(ticket, Me, hasTask, Now);

        $"{WireEnum.Name(verdict.Action)} {WireEnum.Name(verdict.Reason)}".ShouldBe(expected);
        verdict.HasUnreadableDeferral.ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("17")]
    public void An_instant_that_is_none_is_told_and_holds_nothing_back(string until)
    {
        var ticket = TicketOf(TicketStatus.InProgress, Me, $$"""{"deferred_until": {{until}}}""");

        Verdict.Decide(ticket, Me, false, Now).ShouldBe(new(VerdictAction.Continue, VerdictReason.Open, HasUnreadableDeferral: true));
    }

    static Ticket TicketOf(TicketStatus status, string owner, string metadata) =>
        new NewTicket
        {
            TicketId = "T001",
            Sop = "S",
            TicketType = "t",
            Email = "a@b",
            Status = status,
            Owner = owner,
            Metadata = JsonNode.Parse(metadata)!.AsObject(),
        }.ToTicket(Now);
}
