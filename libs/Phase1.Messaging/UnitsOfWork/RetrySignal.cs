namespace Phase1.Messaging.UnitsOfWork;

/// <summary>
/// Tells the retrier of this process when held records are due, as far as this process knows. What others hold, and do not live to try again, it finds
/// by looking.
/// </summary>
sealed class RetrySignal(TimeProvider clock)
{
    readonly Signal _expected = new();
    readonly Lock _gate = new();
    readonly SortedSet<DateTimeOffset> _due = [];

    /// <summary>Completes when something is expected after this call; taken before looking.</summary>
    public Task Next => _expected.Next;

    /// <summary>A record that is committed is due then.</summary>
    public void Expect(TimeSpan after)
    {
        lock (_gate)
        {
            _due.Add(clock.GetUtcNow() + after);
        }
        _expected.Raise();
    }

    /// <summary>How long nothing is due, and no longer than that. It is asked after looking: what was due by then has been seen.</summary>
    public TimeSpan Until(DateTimeOffset lookedAt, TimeSpan atMost)
    {
        lock (_gate)
        {
            _due.RemoveWhere(due => due <= lookedAt);
            var left = _due.Count == 0 ? atMost : _due.Min - clock.GetUtcNow();
            return left > atMost ? atMost
                : left > TimeSpan.Zero ? left
                : TimeSpan.Zero;
        }
    }
}
