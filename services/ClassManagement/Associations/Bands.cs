using Phase1.Matching;

namespace Phase1.ClassManagement.Associations;

/// <summary>How a row is shown: high is preselected, medium opens the choice, low proposes nobody.</summary>
enum ConfidenceBand
{
    Low,
    Medium,
    High,
}

static class Bands
{
    internal static ConfidenceBand BandOf(this MatchingThresholds thresholds, Association row) =>
        row.UndecidedStatus != AssociationStatus.PendingValidation || !(row.ConfidenceScore >= thresholds.Review) ? ConfidenceBand.Low
        : row.AutoConfirmEligible && row.ConfidenceScore >= thresholds.Preselect ? ConfidenceBand.High
        : ConfidenceBand.Medium;
}
