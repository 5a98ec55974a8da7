using System.Globalization;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>
/// The reviews, as the records of CMS and BOS tell of them: windows on sets that CMS alone keeps. Whatever order records come in, the end is the
/// same; what ends a matter is remembered whether or not it has a ticket.
/// </summary>
sealed class ReviewTickets(Matters matters)
{
    /// <summary>Ended by another hand, until a record says by which.</summary>
    const string Elsewhere = "elsewhere";

    const string Withdrawn = "withdrawn";

    static readonly Sop Sop = Procedures.AssociationReview;

    static readonly TicketActor ClassManagement = new(ActorKind.Record, ServiceNames.ClassManagement);

    static readonly TicketActor BatchOrchestrator = new(ActorKind.Record, ServiceNames.BatchOrchestrator);

    internal async Task<RecordOutcome> NeededAsync(AssociationReviewNeeded needed, CancellationToken cancellationToken)
    {
        var matter = needed.BatchId.ToString();
        var ticket = await matters.HoldAsync(Sop, matter, cancellationToken);
        var settled = await matters.SettlementAsync(Sop, matter, cancellationToken);
        if (ticket is { CompletedAt: null })
        {
            return await RenewAsync(ticket, needed, cancellationToken);
        }
        // A closed ticket, or a set with nothing left to weigh: nothing opens again.
        if (ticket is not null || needed is { ReviewEssayIds.Count: 0, Suggested: true })
        {
            return RecordOutcome.Stale;
        }
        var opened = matters.Automated(Sop, matter, MetadataOf(needed)) with
        {
            UserIdentifier = needed.UserId,
            Deadline = needed.ExpiresAt,
            Status = settled is null ? TicketStatus.Pending : StatusOf(settled.Outcome),
            Outcome = settled?.Outcome,
        };
        await matters.OpenAsync(Sop, opened, ClassManagement, cancellationToken);
        return RecordOutcome.Applied;
    }

    internal async Task<RecordOutcome> ConfirmedAsync(StudentAssociationsConfirmed confirmed, CancellationToken cancellationToken)
    {
        var summary = confirmed.ValidationSummary;
        var outcome =
            summary.Timeout == 0 ? "human"
            : summary.Human == 0 ? "timeout"
            : "mixed";
        return await EndAsync(confirmed.BatchId, outcome, ClassManagement, cancellationToken);
    }

    internal Task<RecordOutcome> MovedAsync(BatchStatusChanged moved, CancellationToken cancellationToken) =>
        moved.ToStatus switch
        {
            _ when moved.ClassType != BatchKind.Regular => Task.FromResult(RecordOutcome.Stale),
            BatchStatus.Cancelled or BatchStatus.FailedCritically or BatchStatus.ContentIngestionFailed => EndAsync(
                moved.BatchId,
                Withdrawn,
                BatchOrchestrator,
                cancellationToken
            ),
            BatchStatus.StudentValidationCompleted
            or BatchStatus.ReadyForPipelineExecution
            or BatchStatus.ProcessingPipelines
            or BatchStatus.CompletedSuccessfully
            or BatchStatus.CompletedWithFailures => EndAsync(moved.BatchId, Elsewhere, BatchOrchestrator, cancellationToken),
            _ => Task.FromResult(RecordOutcome.Stale),
        };

    /// <summary>The batch is gone, and what only its set could have settled.</summary>
    internal async Task WithdrawAsync(Guid batch, CancellationToken cancellationToken)
    {
        if (await matters.HoldAsync(Sop, batch.ToString(), cancellationToken) is { CompletedAt: null } ticket)
        {
            await CloseAsync(ticket, Withdrawn, BatchOrchestrator, cancellationToken);
        }
    }

    async Task<RecordOutcome> RenewAsync(Ticket ticket, AssociationReviewNeeded needed, CancellationToken cancellationToken)
    {
        if (needed is { ReviewEssayIds.Count: 0, Suggested: true })
        {
            await CloseAsync(ticket, "not_needed", ClassManagement, cancellationToken);
            return RecordOutcome.Applied;
        }
        var patch = new TicketPatch
        {
            Metadata = CountsOf(needed),
            Deadline = ticket.Deadline > needed.ExpiresAt ? ticket.Deadline : needed.ExpiresAt,
            Reason = "the set has changed",
        };
        await matters.ChangeAsync(ticket.TicketId, patch, ClassManagement, cancellationToken);
        return RecordOutcome.Applied;
    }

    async Task<RecordOutcome> EndAsync(Guid batch, string outcome, TicketActor actor, CancellationToken cancellationToken)
    {
        var matter = batch.ToString();
        var ticket = await matters.HoldAsync(Sop, matter, cancellationToken);
        var settled = await matters.SettlementAsync(Sop, matter, cancellationToken);
        // Only who did not know how it ended is told better.
        if (settled is not null && (settled.Outcome != Elsewhere || outcome == Elsewhere))
        {
            return RecordOutcome.Stale;
        }
        await matters.SettleAsync(Sop, matter, new(outcome, []), cancellationToken);
        if (ticket is { CompletedAt: null } or { Outcome: Elsewhere })
        {
            await CloseAsync(ticket, outcome, actor, cancellationToken);
        }
        return RecordOutcome.Applied;
    }

    async Task CloseAsync(Ticket ticket, string outcome, TicketActor actor, CancellationToken cancellationToken)
    {
        var patch = new TicketPatch
        {
            Status = StatusOf(outcome),
            Outcome = outcome,
            Reason = outcome,
        };
        await matters.ChangeAsync(ticket.TicketId, patch, actor, cancellationToken);
    }

    static TicketStatus StatusOf(string outcome) => outcome == Withdrawn ? TicketStatus.Cancelled : TicketStatus.Completed;

    static JsonObject MetadataOf(AssociationReviewNeeded needed)
    {
        var metadata = CountsOf(needed);
        metadata[MetadataMerge.Stages] = new JsonObject();
        metadata["sop_version"] = "1.0";
        metadata["class_id"] = needed.ClassId.ToString();
        metadata["course_code"] = WireEnum.Name(needed.CourseCode);
        metadata["opened_at"] = needed.OpenedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return metadata;
    }

    static JsonObject CountsOf(AssociationReviewNeeded needed) =>
        new()
        {
            ["counts"] = new JsonObject
            {
                ["total"] = needed.Counts.Total,
                ["high"] = needed.Counts.High,
                ["medium"] = needed.Counts.Medium,
                ["low"] = needed.Counts.Low,
                ["undecided"] = needed.Counts.Undecided,
            },
            ["review_essay_ids"] = new JsonArray([.. needed.ReviewEssayIds.Select(id => (JsonNode)id.ToString())]),
            ["suggested"] = needed.Suggested,
        };
}
