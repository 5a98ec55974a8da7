using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.UnknownStudents;

/// <summary>The essays that a deadline has bound to the UNKNOWN student: one ticket a batch, until the teacher has named every author in CMS.</summary>
sealed class UnknownTickets(Matters matters)
{
    const string Human = "human";

    const string GuestEssays = "guest_essays";

    const string UnknownStudent = "unknown_student_id";

    static readonly Sop Sop = Procedures.UnknownStudent;

    static readonly TicketActor ClassManagement = new(ActorKind.Record, ServiceNames.ClassManagement);

    internal async Task<RecordOutcome> TimedOutAsync(ValidationTimeoutProcessed timeout, CancellationToken cancellationToken)
    {
        if (timeout.GuestEssays.Count == 0)
        {
            return RecordOutcome.Stale;
        }
        var matter = timeout.BatchId.ToString();
        if (await matters.HoldAsync(Sop, matter, cancellationToken) is not null)
        {
            return RecordOutcome.Duplicate;
        }
        var named = await matters.SettlementAsync(Sop, matter, cancellationToken);
        string[] essays = [.. timeout.GuestEssays.Select(essay => essay.ToString())];
        var isSettled = named is not null && NamedEssays.AreAll(named.Details, essays);
        JsonObject metadata = new()
        {
            [MetadataMerge.Stages] = new JsonObject(),
            ["sop_version"] = "1.0",
            ["class_id"] = timeout.ClassId.ToString(),
            [GuestEssays] = new JsonArray([.. essays.Select(essay => (JsonNode)essay)]),
            [UnknownStudent] = timeout.UnknownStudentId?.ToString(),
        };
        var opened = matters.Automated(Sop, matter, metadata) with
        {
            UserIdentifier = timeout.UserId,
            Status = isSettled ? TicketStatus.Completed : TicketStatus.Pending,
            Outcome = isSettled ? Human : null,
        };
        await matters.OpenAsync(Sop, opened, ClassManagement, cancellationToken);
        return RecordOutcome.Applied;
    }

    internal async Task<RecordOutcome> CorrectedAsync(EssayStudentAssociationUpdated corrected, CancellationToken cancellationToken)
    {
        var matter = corrected.BatchId.ToString();
        var ticket = await matters.HoldAsync(Sop, matter, cancellationToken);
        var known = await matters.SettlementAsync(Sop, matter, cancellationToken) ?? new(Human, []);
        // Until the ticket is there nobody has said who UNKNOWN is; a teacher corrects away from it.
        var isNamed = (string?)ticket?.Metadata[UnknownStudent] != corrected.StudentId.ToString();
        if (NamedEssays.With(known.Details, corrected.EssayId, corrected.AssociationVersion, isNamed) is not { } details)
        {
            return RecordOutcome.Stale;
        }
        await matters.SettleAsync(Sop, matter, known with { Details = details }, cancellationToken);
        if (ticket is { CompletedAt: null } && NamedEssays.AreAll(details, EssaysOf(ticket)))
        {
            var patch = new TicketPatch
            {
                Status = TicketStatus.Completed,
                Outcome = Human,
                Reason = Human,
            };
            await matters.ChangeAsync(ticket.TicketId, patch, ClassManagement, cancellationToken);
        }
        return RecordOutcome.Applied;
    }

    /// <summary>The batch is gone.</summary>
    internal async Task WithdrawAsync(Guid batch, CancellationToken cancellationToken)
    {
        if (await matters.HoldAsync(Sop, batch.ToString(), cancellationToken) is { CompletedAt: null } ticket)
        {
            var patch = new TicketPatch
            {
                Status = TicketStatus.Cancelled,
                Outcome = "withdrawn",
                Reason = "withdrawn",
            };
            await matters.ChangeAsync(ticket.TicketId, patch, new(ActorKind.Record, ServiceNames.BatchOrchestrator), cancellationToken);
        }
    }

    static IEnumerable<string> EssaysOf(Ticket ticket) =>
        (ticket.Metadata[GuestEssays] as JsonArray ?? []).Select(essay => (string?)essay).OfType<string>();
}
