using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Decisions;
using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

public class BandTests
{
    static readonly MatchingThresholds Thresholds = new();

    [Theory]
    [InlineData("0.95", true, ConfidenceBand.High)]
    [InlineData("0.85", true, ConfidenceBand.High)]
    [InlineData("0.8499999999", true, ConfidenceBand.Medium)]
    [InlineData("0.95", false, ConfidenceBand.Medium)]
    [InlineData("0.50", false, ConfidenceBand.Medium)]
    [InlineData("0.4999999999", true, ConfidenceBand.Low)]
    public void A_row_stands_in_the_band_of_its_proof(string score, bool eligible, object band) =>
        Thresholds.BandOf(Rows.Proposed(1, Rows.Anna, decimal.Parse(score), eligible)).ShouldBe((ConfidenceBand)band);

    [Fact]
    public void Nobody_suggested_or_the_suggestion_rejected_is_low()
    {
        Thresholds.BandOf(Rows.Undecided(1)).ShouldBe(ConfidenceBand.Low);
        Thresholds.BandOf(Rows.Proposed(1, Rows.Anna, 0.95m) with { SuggestionRejected = true }).ShouldBe(ConfidenceBand.Low);
    }

    [Theory]
    [InlineData(ConfidenceBand.High, 1)]
    [InlineData(ConfidenceBand.Medium, 2)]
    [InlineData(ConfidenceBand.Low, 0)]
    public void Confirming_a_band_accepts_what_is_proven_and_nothing_else(object band, int accepted)
    {
        Association[] rows =
        [
            Rows.Proposed(1, Rows.Anna, 0.95m),
            Rows.Proposed(2, Rows.Bo, 0.95m, eligible: false),
            Rows.Proposed(3, Rows.Bo, 0.75m),
            Rows.Undecided(4),
        ];

        var orders = BandOrders.Of(rows, (ConfidenceBand)band, Thresholds);

        orders.Count.ShouldBe(accepted);
        orders.ShouldAllBe(order => order.Action == DecisionAction.Accept && order.EssayId != rows[1].EssayId);
    }

    [Fact]
    public void Confirming_a_band_leaves_decisions_alone()
    {
        var accepted = Rows.Proposed(1, Rows.Anna, 0.95m)
            .DecidedBy(new Judge("teacher-1", Rows.Morning), AssociationStatus.Confirmed, Decision.Chosen, Rows.Bo);

        BandOrders.Of([accepted], ConfidenceBand.High, Thresholds).ShouldBeEmpty();
    }
}
