using Phase1.Messaging.Outbox;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.Messaging.Outbox;

/// <summary>The relay steps over deleted rows once a second, and misses no row that commits late.</summary>
public sealed class OutboxCursorTests
{
    readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void What_was_read_a_second_ago_is_not_read_again_until_the_next_second()
    {
        var cursor = new OutboxCursor(_clock);
        cursor.Pass(7);
        ReadsAfterASecond(cursor).ShouldBe([0, 0]);
        cursor.Pass(9);

        ReadsAfterASecond(cursor).ShouldBe([0, 7]);
        ReadsAfterASecond(cursor).ShouldBe([0, 9]);
    }

    [Fact]
    public void A_row_that_commits_within_a_second_is_found_at_once()
    {
        var cursor = new OutboxCursor(_clock);
        cursor.Pass(7);

        cursor.Next().ShouldBeLessThan(6);
        ReadsAfterASecond(cursor);
        cursor.Next().ShouldBeLessThan(6);
    }

    [Fact]
    public void The_highest_id_counts_in_whatever_order_ids_come()
    {
        var cursor = new OutboxCursor(_clock);
        cursor.Pass(7);
        cursor.Pass(5);
        ReadsAfterASecond(cursor);

        ReadsAfterASecond(cursor).ShouldBe([0, 7]);
    }

    long[] ReadsAfterASecond(OutboxCursor cursor)
    {
        _clock.Advance(OutboxCursor.Interval);
        return [cursor.Next(), cursor.Next()];
    }
}
