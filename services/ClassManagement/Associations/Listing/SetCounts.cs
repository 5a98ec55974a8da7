using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Associations;

/// <summary>A set in numbers; the bands count every row, decided or not.</summary>
sealed record SetCounts(
    int Total,
    int Decided,
    int Undecided,
    int High,
    int Medium,
    int Low,
    int Confirmed,
    int TimeoutConfirmed,
    int Rejected,
    int Unknown
)
{
    internal static SetCounts Of(IReadOnlyList<Association> rows, MatchingThresholds thresholds) =>
        new(
            rows.Count,
            rows.Count(row => row.IsDecided),
            rows.Count(row => !row.IsDecided),
            rows.Count(row => thresholds.BandOf(row) == ConfidenceBand.High),
            rows.Count(row => thresholds.BandOf(row) == ConfidenceBand.Medium),
            rows.Count(row => thresholds.BandOf(row) == ConfidenceBand.Low),
            rows.Count(row => row.ValidationStatus == AssociationStatus.Confirmed),
            rows.Count(row => row.ValidationStatus == AssociationStatus.TimeoutConfirmed),
            rows.Count(row => row.ValidationStatus == AssociationStatus.Rejected),
            rows.Count(row => row.Decision is Decision.Unknown or Decision.TimeoutUnknown)
        );
}
