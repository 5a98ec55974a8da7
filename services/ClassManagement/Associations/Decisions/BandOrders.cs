using Phase1.Matching;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>What confirming a band decides: every undecided row of high, for medium the eligible rows of medium beside them, for low none. Pure.</summary>
static class BandOrders
{
    internal static IReadOnlyList<DecisionOrder> Of(IReadOnlyList<Association> rows, ConfidenceBand band, MatchingThresholds thresholds) =>
        [
            .. rows.Where(row => !row.IsDecided && Covers(band, row, thresholds))
                .Select(row => new DecisionOrder(row.EssayId, DecisionAction.Accept, AssociationVersion: row.AssociationVersion)),
        ];

    static bool Covers(ConfidenceBand band, Association row, MatchingThresholds thresholds) =>
        (band, thresholds.BandOf(row)) switch
        {
            (ConfidenceBand.High or ConfidenceBand.Medium, ConfidenceBand.High) => true,
            (ConfidenceBand.Medium, ConfidenceBand.Medium) => row.AutoConfirmEligible,
            _ => false,
        };
}
