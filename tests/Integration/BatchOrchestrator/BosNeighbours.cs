using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator;

/// <summary>What Class Management says of batches whose authors are being decided.</summary>
static class BosNeighbours
{
    public const string Deadline = "2026-01-06T14:05:00Z";

    const string ValidationStatus = "/internal/v1/batches/validation-status";

    public static void OfferDecisions(this BosTest bos, int undecided, params NeighbourFacts[] batches) =>
        bos.Service.Others.OnGet(
            ValidationStatus,
            batches.ToDictionary(
                batch => batch.BatchId.ToString(),
                batch => new
                {
                    batch.BatchId,
                    State = "open",
                    DeviationCount = undecided,
                    AutoConfirmDeadline = Deadline,
                    TotalAssociations = 3,
                    MatchedAssociations = 3,
                    ConfirmedAssociations = 3 - undecided,
                }
            )
        );

    public static void TakeDecisionsAway(this BosTest bos) => bos.Service.Others.Away(ValidationStatus);

    /// <summary>What was asked of Class Management about decisions, so far.</summary>
    public static IReadOnlyList<string> DecisionsAsked(this BosTest bos) =>
        [.. bos.Service.Others.Asked.Where(question => question.Contains(ValidationStatus, StringComparison.Ordinal))];
}
