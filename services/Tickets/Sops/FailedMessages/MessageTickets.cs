using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>
/// One ticket for each reason that records of a topic fail a service, however many they are: a flood is one ticket whose count grows. It ends when
/// none of them is open any more, by whichever hand.
/// </summary>
sealed class MessageTickets(Matters matters, UnitOfWork work)
{
    const string Count = "count";

    static readonly Sop Sop = Procedures.FailedMessage;

    static readonly TicketActor Watch = new(ActorKind.System, "dead_letter_watch");

    /// <summary>Brings the tickets of one service to what it says now.</summary>
    internal async Task ApplyAsync(string service, IReadOnlyList<LetterGroup> groups, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var failing = groups.GroupBy(FailedMatter.Of).ToDictionary(group => group.Key.Reference, group => group.ToList());
        foreach (var (reference, letters) in failing.OrderBy(matter => matter.Key, StringComparer.Ordinal))
        {
            await ShowAsync(reference, letters, cancellationToken);
        }
        var open = await matters.Store.ListAsync(new() { OfSops = [Sop.Name], IsOpen = true }, int.MaxValue, cancellationToken);
        foreach (var ticket in open.Where(ticket => FailedMatter.Of(ticket.CorrelationId!).Consumer == service))
        {
            if (!failing.ContainsKey(ticket.CorrelationId!))
            {
                await CloseAsync(ticket, cancellationToken);
            }
        }
        await work.CommitAsync(cancellationToken);
    }

    async Task ShowAsync(string reference, List<LetterGroup> letters, CancellationToken cancellationToken)
    {
        var metadata = MetadataOf(letters);
        var ticket = await matters.HoldAsync(Sop, reference, cancellationToken);
        if (ticket is not { CompletedAt: null })
        {
            metadata[MetadataMerge.Stages] = new JsonObject();
            metadata["sop_version"] = "1.0";
            await matters.OpenAsync(Sop, matters.Automated(Sop, reference, metadata), Watch, cancellationToken);
        }
        else if (!JsonNode.DeepEquals(ticket.Metadata[Count], metadata[Count]))
        {
            await matters.ChangeAsync(
                ticket.TicketId,
                new() { Metadata = metadata, Reason = "the group has changed" },
                Watch,
                cancellationToken
            );
        }
    }

    async Task CloseAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var decided = StageProgress.ResultOf(ticket.Metadata, Sop.Stages[0]) as JsonObject;
        var outcome = ResolveStage.OutcomeOf((string?)decided?["decision"]);
        var patch = new TicketPatch
        {
            Status = TicketStatus.Completed,
            Outcome = outcome,
            Reason = "nothing of the group is open",
        };
        // What services say of their own dead letters is the truth, as a record is.
        await matters.ChangeAsync(ticket.TicketId, patch, new(ActorKind.Record, Watch.Id), cancellationToken);
    }

    static JsonObject MetadataOf(List<LetterGroup> letters) =>
        new()
        {
            ["consumer"] = letters[0].Consumer,
            ["topic"] = letters[0].Topic,
            ["reason_code"] = letters[0].ReasonCode,
            [Count] = letters.Sum(group => group.Count),
            ["causes"] = letters.Count,
            ["first_failed_at"] = ToText(letters.Min(group => group.FirstFailedAt)),
            ["last_failed_at"] = ToText(letters.Max(group => group.LastFailedAt)),
        };

    static string ToText(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
