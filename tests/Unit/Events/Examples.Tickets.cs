using System.Text.Json;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

static partial class Examples
{
    const string Ticket = "REVIEW-20260302-0A1B2C";

    static IReadOnlyList<IFact> OfTickets =>
        [
            new AssociationReviewNeeded
            {
                BatchId = Batch,
                ClassId = Class,
                CourseCode = CourseCode.Eng5,
                UserId = Teacher,
                Counts = new ReviewCounts
                {
                    Total = 3,
                    High = 1,
                    Medium = 1,
                    Low = 1,
                    Undecided = 3,
                },
                ReviewEssayIds = [Essay, OtherEssay],
                Suggested = true,
                OpenedAt = Instant,
                ExpiresAt = Instant.AddDays(1),
            },
            new TicketOpened
            {
                TicketId = Ticket,
                Sop = "ASSOCIATION_REVIEW",
                TicketType = "review",
                Status = TicketStatus.Pending,
                Priority = 7,
                Deadline = Instant.AddDays(1),
                BatchId = Batch,
                Automated = true,
                OpenedAt = Instant,
            },
            new TicketClosed
            {
                TicketId = Ticket,
                Sop = "ASSOCIATION_REVIEW",
                Status = TicketStatus.Completed,
                Outcome = "human",
                BatchId = Batch,
                ClosedBy = Teacher,
                OpenedAt = Instant,
                ClosedAt = Instant,
            },
            new TicketDeadlineApproaching
            {
                TicketId = Ticket,
                Sop = "ASSOCIATION_REVIEW",
                Deadline = Instant.AddDays(1),
            },
            new TicketDecisionMade
            {
                TicketId = Ticket,
                Sop = "FAILED_MESSAGE",
                Reference = "file_service/huleedu.batch.status.changed.v1/PROCESSING_ERROR",
                Decision = "redrive",
                DecidedBy = Teacher,
                Values = new Dictionary<string, JsonElement> { ["note"] = Object("\"again\"") },
                DecidedAt = Instant,
            },
        ];
}
