using Phase1.ClassManagement.Reconciliation;
using static Phase1.Unit.Tests.ClassManagement.Associations.Rows;

namespace Phase1.Unit.Tests.ClassManagement.Reconciliation;

[Trait("Scenario", "S-723")]
public sealed class DifferenceBookTests
{
    static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);
    static readonly Finding Seen = new(DifferenceKind.EssayStudent, Batch, Id(1001), "undecided", Anna.ToString());

    [Fact]
    public void What_is_seen_for_the_first_time_is_not_reported()
    {
        var book = Look([], Morning, Seen);

        var added = book.Added.ShouldHaveSingleItem();
        (added.BatchId, added.Kind, added.EssayId, added.Ours, added.Theirs).ShouldBe(
            (Seen.BatchId, Seen.Kind, Seen.EssayId, Seen.Ours, Seen.Theirs)
        );
        (added.FirstSeenAt, added.ReportedAt).ShouldBe((Morning, null));
        book.Reported.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_reported_when_it_has_lasted_and_once()
    {
        var known = Difference.Of(Seen, Morning);

        Look([known], Morning + UnderWay - TimeSpan.FromTicks(1), Seen).Reported.ShouldBeEmpty();
        Look([known], Morning + UnderWay, Seen).Reported.ShouldBe([known]);
        Look([known], Morning + (2 * UnderWay), Seen).Reported.ShouldBeEmpty();

        known.ReportedAt.ShouldBe(Morning + UnderWay);
    }

    [Fact]
    public void What_is_another_difference_by_now_has_not_lasted()
    {
        var known = Difference.Of(Seen, Morning);

        Look([known], Morning + UnderWay, Seen with { Theirs = Bo.ToString() }).Reported.ShouldBeEmpty();

        (known.FirstSeenAt, known.Theirs).ShouldBe((Morning + UnderWay, Bo.ToString()));
    }

    [Fact]
    public void What_goes_before_it_is_reported_was_under_way()
    {
        var known = Difference.Of(Seen, Morning);

        var book = Look([known], Morning + UnderWay);

        book.Dropped.ShouldBe([known]);
        book.Resolved.ShouldBeEmpty();
    }

    [Fact]
    public void What_goes_afterwards_is_resolved_and_changes_meanwhile()
    {
        var known = Difference.Of(Seen, Morning);
        known.ReportedAt = Morning + UnderWay;

        Look([known], Morning + (2 * UnderWay), Seen with { Theirs = "excluded" }).Resolved.ShouldBeEmpty();
        known.Theirs.ShouldBe("excluded");
        var book = Look([known], Morning + (3 * UnderWay));

        book.Resolved.ShouldBe([known]);
        book.Dropped.ShouldBeEmpty();
        known.ResolvedAt.ShouldBe(Morning + (3 * UnderWay));
    }

    [Fact]
    public void Essays_and_kinds_are_told_apart()
    {
        var known = Difference.Of(Seen, Morning);

        var book = Look([known], Morning, Seen, Seen with { EssayId = Id(1002) }, Seen with { EssayId = null });

        book.Added.Select(difference => difference.EssayId).ShouldBe([Id(1002), null]);
    }

    static DifferenceBook Look(Difference[] unresolved, DateTimeOffset now, params Finding[] findings)
    {
        var book = new DifferenceBook(unresolved, UnderWay, now);
        book.Look(findings);
        return book;
    }
}
