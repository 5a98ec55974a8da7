using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>
/// Outbox, relay, log, inbox and the ownership of partitions, step by step and in every order, with a crash, a cut session or a rebalance anywhere. The whole
/// space (three workers, three records, two faults) is gone through where PHASE1_VERIFY is 1, a smaller one every day.
/// </summary>
public sealed class EveryOrderOfStepsTests
{
    [Fact]
    public void Nothing_is_lost_nothing_is_doubled_and_a_partition_has_one_owner()
    {
        var exploration = Repetitions.IsWhole
            ? new Exploration(records: 3, workers: 3, faults: 2, EngineFlaw.None)
            : new Exploration(records: 2, workers: 2, faults: 1, EngineFlaw.None);

        var broken = exploration.Run();

        (broken is { } found ? $"{found.Law}: {string.Join("; ", found.Steps)}" : null).ShouldBeNull();
        exploration.Ends.ShouldBeGreaterThan(0);
        exploration.States.ShouldBeGreaterThan(500);
    }

    [Theory]
    [InlineData(EngineFlaw.OffsetsBeforeCommit, ModelLaws.LostRecord, 1)]
    [InlineData(EngineFlaw.DeletedBeforePublished, ModelLaws.NotDone, 1)]
    [InlineData(EngineFlaw.RelayWithCursor, ModelLaws.NotDone, 1)]
    [InlineData(EngineFlaw.PublishedBeforeCommit, ModelLaws.Ghost, 1)]
    [InlineData(EngineFlaw.InboxForgets, ModelLaws.DoubledEffect, 1)]
    [InlineData(EngineFlaw.InboxByItself, ModelLaws.InboxAlone, 1)]
    [InlineData(EngineFlaw.NewIdAtEachPublication, ModelLaws.DoubledEffect, 1)]
    [InlineData(EngineFlaw.FenceNotChecked, ModelLaws.TwoOwners, 1)]
    [InlineData(EngineFlaw.EpochNotRaised, ModelLaws.TwoOwners, 1)]
    [InlineData(EngineFlaw.EpochNotLocked, ModelLaws.TwoOwners, 2)]
    public void An_engine_with_a_flaw_breaks_its_law(EngineFlaw flaw, string law, int faults)
    {
        var broken = new Exploration(records: 2, workers: 2, faults, flaw).Run();

        (broken?.Law).ShouldBe(law, string.Join("; ", broken?.Steps ?? []));
    }

    [Fact]
    public void Every_flaw_is_tried() => Enum.GetValues<EngineFlaw>().Length.ShouldBe(11);
}
