using Phase1.ClassManagement.Associations;
using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class SetCountsTests
{
    static Association Decided(Association row, AssociationStatus status, Decision decision) =>
        row with
        {
            ValidationStatus = status,
            Decision = decision,
        };

    [Fact]
    public void Every_row_counts_in_its_band_its_status_and_its_decision()
    {
        Association[] rows =
        [
            Rows.Proposed(1, Rows.Anna, 0.95m),
            Rows.Proposed(2, Rows.Bo, 0.6m),
            Rows.Proposed(3, Rows.Bo, 0.6m),
            Rows.Undecided(4),
            Rows.Undecided(5),
            Rows.Undecided(6),
            Rows.Undecided(7),
            Decided(Rows.Proposed(8, Rows.Anna, 0.95m), AssociationStatus.Confirmed, Decision.Accepted),
            Decided(Rows.Undecided(9), AssociationStatus.Confirmed, Decision.Unknown),
            Decided(Rows.Undecided(10), AssociationStatus.Rejected, Decision.Excluded),
            Decided(Rows.Undecided(11), AssociationStatus.TimeoutConfirmed, Decision.TimeoutUnknown),
            Decided(Rows.Undecided(12), AssociationStatus.TimeoutConfirmed, Decision.TimeoutUnknown),
            Decided(Rows.Proposed(13, Rows.Anna, 0.9m), AssociationStatus.TimeoutConfirmed, Decision.TimeoutSuggested),
        ];

        SetCounts
            .Of(rows, new MatchingThresholds())
            .ShouldBe(
                new SetCounts(
                    Total: 13,
                    Decided: 6,
                    Undecided: 7,
                    High: 3,
                    Medium: 2,
                    Low: 8,
                    Confirmed: 2,
                    TimeoutConfirmed: 3,
                    Rejected: 1,
                    Unknown: 3
                )
            );
    }
}
