using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>Redrives or discards what the operator has decided about, in the operator's name, by the routes that the services have for it.</summary>
sealed class ResolveStage(AllLetters letters) : IStageHandler
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public string Sop => Procedures.FailedMessage.Name;

    public string Stage => "resolve";

    /// <summary>How a group has ended that somebody decided about; without a decision it was run again by hand.</summary>
    internal static string OutcomeOf(string? decision) => decision == "discard" ? "discarded" : "redriven";

    public async Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var decided = StageProgress.ResultOf(ticket.Metadata, Procedures.FailedMessage.Stages[0]) as JsonObject;
        var (decision, user) = ((string?)decided?["decision"], (string?)decided?["decided_by"]);
        var note = (string?)decided?["note"] ?? $"Ticket {ticket.TicketId}";
        var matter = FailedMatter.Of(ticket.CorrelationId!);
        var client = letters.Of(matter.Consumer);
        var done =
            decision == "discard"
                ? await DiscardAsync(client, matter, note, user!, cancellationToken)
                : await RedriveAsync(client, matter, note, user!, cancellationToken);
        var left = (await client.GroupsAsync(cancellationToken)).Where(group => FailedMatter.Of(group) == matter).Sum(group => group.Count);
        return left == 0 ? new StageResult.End(TicketStatus.Completed, OutcomeOf(decision), JsonValue.Create(done))
            : done > 0 ? new StageResult.Wait(Pause, "more of the group is open")
            // Records that break the contract cannot be run again: somebody has to look.
            : throw new StageException("NOTHING_RESOLVED");
    }

    static async Task<int> RedriveAsync(
        LetterClient client,
        FailedMatter matter,
        string note,
        string user,
        CancellationToken cancellationToken
    )
    {
        var done = 0;
        foreach (var group in (await client.GroupsAsync(cancellationToken)).Where(group => FailedMatter.Of(group) == matter))
        {
            done += await client.RedriveAsync(group.Cause, note, user, cancellationToken);
        }
        return done;
    }

    static async Task<int> DiscardAsync(
        LetterClient client,
        FailedMatter matter,
        string note,
        string user,
        CancellationToken cancellationToken
    )
    {
        var open = await client.OpenAsync(matter, cancellationToken);
        foreach (var id in open)
        {
            await client.DiscardAsync(id, note, user, cancellationToken);
        }
        return open.Count;
    }
}
