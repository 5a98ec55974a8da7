using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations;

/// <summary>What of a set only its teacher can settle: who keeps lists of human work is told, and CMS waits for nobody there.</summary>
static class ReviewNeeds
{
    internal static AssociationReviewNeeded Of(AssociationSet set, IReadOnlyList<Association> rows, MatchingThresholds thresholds)
    {
        var counts = SetCounts.Of(rows, thresholds);
        return new()
        {
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            CourseCode = set.CourseCode,
            UserId = set.OwnerUserId,
            Counts = new ReviewCounts
            {
                Total = counts.Total,
                High = counts.High,
                Medium = counts.Medium,
                Low = counts.Low,
                Undecided = counts.Undecided,
            },
            ReviewEssayIds =
            [
                .. rows.Where(row => !row.IsDecided && thresholds.BandOf(row) != ConfidenceBand.High).Select(row => row.EssayId),
            ],
            Suggested = set.SuggestedAt is not null,
            OpenedAt = set.OpenedAt,
            ExpiresAt = set.DeadlineAt,
        };
    }
}
