namespace Phase1.Messaging.Outbox;

/// <summary>
/// Behind which id the outbox is read. Deleted rows stay in its index until the server vacuums it, and a read from the beginning steps over all of
/// them: that is done once a second. A lower id may commit after a higher one, so a row that took longer than a second to commit waits for such a read.
/// </summary>
sealed class OutboxCursor(TimeProvider clock)
{
    internal static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    long _fromStartAt = clock.GetTimestamp();
    long _highest;
    long _highestThen;
    long _after;

    /// <summary>The next read returns the rows with higher ids.</summary>
    public long Next()
    {
        if (clock.GetElapsedTime(_fromStartAt) < Interval)
        {
            return _after;
        }
        (_fromStartAt, _after, _highestThen) = (clock.GetTimestamp(), _highestThen, _highest);
        return 0;
    }

    /// <summary>Notes an id that was read.</summary>
    public void Pass(long id) => _highest = Math.Max(_highest, id);
}
