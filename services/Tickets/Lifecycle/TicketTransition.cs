using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>What a patch makes of a ticket: its next state and the row of its history. Pure; the store writes both.</summary>
/// <param name="After">The ticket as it will be.</param>
/// <param name="Change">What its history says.</param>
sealed record TicketTransition(Ticket After, TicketChange Change)
{
    internal static TicketTransition Of(Ticket before, TicketPatch patch, TicketActor actor, DateTimeOffset now)
    {
        var status = patch.Status ?? before.Status;
        var metadata = patch.Metadata is { } merged
            ? MetadataMerge.Apply(before.Metadata, merged)
            : (JsonObject)before.Metadata.DeepClone();
        foreach (var key in patch.WithoutKeys)
        {
            metadata.Remove(key);
        }
        if (status.IsTerminal())
        {
            RequestDetails.Forget(metadata);
        }
        var lifted = before.Status == TicketStatus.Deferred && status != TicketStatus.Deferred ? Deferral.Lift(metadata) : [];
        var after = before with
        {
            Status = status,
            Metadata = metadata,
            Notes = patch.Notes ?? before.Notes,
            Priority = patch.Priority ?? before.Priority,
            Deadline = patch.Deadline ?? before.Deadline,
            Outcome = patch.Reopens ? null : patch.Outcome ?? before.Outcome,
            Owner = patch.Owner ?? before.Owner,
            WakeAt = Deferral.WakeAt(status, metadata),
            CompletedAt = status.IsTerminal() ? now : null,
            LastUpdated = now,
            Version = before.Version + 1,
        };
        var change = TicketChange.Between(before, after, actor, patch.Reason);
        return new(
            after,
            change with
            {
                OffPolicy = change.OffPolicy && !patch.Reopens,
                EventId = patch.EventId,
                Details = MetadataMerge.Apply(patch.Details, lifted),
            }
        );
    }
}
