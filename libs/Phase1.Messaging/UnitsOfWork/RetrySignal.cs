using Phase1.Messaging.Storage;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>
/// Tells the retrier of this process when held records are due, as far as this process knows. What others hold, and do not live to try again, it looks
/// for when one of them has gone.
/// </summary>
sealed class RetrySignal : IDisposable
{
    readonly TimeProvider _clock;
    readonly IDisposable _hearing;
    readonly Signal _expected = new();
    readonly Lock _gate = new();
    readonly SortedSet<DateTimeOffset> _due = [];
    bool _isInDoubt = true;

    public RetrySignal(DatabaseBell bell, TimeProvider clock)
    {
        _clock = clock;
        _hearing = bell.Hear(Hear);
    }

    /// <summary>Completes when something is expected after this call; taken before looking.</summary>
    public Task Next => _expected.Next;

    /// <summary>A record that is committed is due then.</summary>
    public void Expect(TimeSpan after)
    {
        lock (_gate)
        {
            _due.Add(_clock.GetUtcNow() + after);
        }
        _expected.Raise();
    }

    /// <summary>There may be held records of which this process does not know.</summary>
    public void Doubt() => Volatile.Write(ref _isInDoubt, true);

    /// <summary>Whether there may be such records; once asked, no more.</summary>
    public bool TakeDoubt() => Interlocked.Exchange(ref _isInDoubt, false);

    /// <summary>One of them is due then, and there may be more.</summary>
    public void ExpectAmongOthers(DateTimeOffset due)
    {
        lock (_gate)
        {
            _due.Add(due);
        }
        Doubt();
    }

    /// <summary>How long nothing is due, and no longer than that. It is asked after looking: what was due by then has been seen.</summary>
    public TimeSpan Until(DateTimeOffset lookedAt, TimeSpan atMost)
    {
        lock (_gate)
        {
            _due.RemoveWhere(due => due <= lookedAt);
            var left = _due.Count == 0 ? atMost : _due.Min - _clock.GetUtcNow();
            return left > atMost ? atMost
                : left > TimeSpan.Zero ? left
                : TimeSpan.Zero;
        }
    }

    public void Dispose() => _hearing.Dispose();

    void Hear(IReadOnlyList<string>? words)
    {
        if (words is null)
        {
            Doubt();
            Expect(TimeSpan.Zero);
        }
    }
}
