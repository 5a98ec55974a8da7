using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Where a request stands, in one sentence.</summary>
static class RequestWords
{
    const string Waiting = "waiting for ";
    const string Blocked = "blocked: ";
    const string Between = ", ";

    internal static string StateOf(TicketDocument ticket, IWords say) =>
        ticket switch
        {
            { IsOpen: false } => say.RequestEnded(ticket.Outcome ?? WireEnum.Name(ticket.Status)),
            { Status: TicketStatus.Blocked } => say.RequestStopped(ticket.Notes ?? ""),
            _ => say.RequestStage(ticket.Current?.Name ?? ""),
        };

    /// <summary>Whom or what it waits for; null where it is a person's turn, or nothing is awaited.</summary>
    internal static string? WaitsFor(TicketDocument ticket, IWords say) =>
        ticket is { IsOpen: true, Status: TicketStatus.Deferred, Current.Human: false, DeferredReason: { } reason }
            ? reason switch
            {
                _ when reason.StartsWith(Waiting, StringComparison.Ordinal) => say.WaitsForServices(
                    string.Join(Between, reason[Waiting.Length..].Split(Between).Select(ServiceTitles.Of))
                ),
                _ when reason.StartsWith(Blocked, StringComparison.Ordinal) => string.Join(
                    " ",
                    reason[Blocked.Length..].Split(Between).Select(say.Blocker)
                ),
                _ => null,
            }
            : null;
}
