using System.Diagnostics;
using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// Wakes those who wait for work on a database: in this process at once, and in others by NOTIFY. One session of this process listens and notifies,
/// beside every business transaction: a transaction that notifies holds a lock of the whole server until its commit is on the disk, so that all of
/// them commit one after the other; here the lock lasts for a moment, and what is rung meanwhile leaves together. While no other process is there,
/// nothing is sent. Where a process has gone, or this session was away, everybody looks for what was not said. Safe for concurrent use.
/// </summary>
public sealed class DatabaseBell : IAsyncDisposable
{
    // A notification has less than 8,000 bytes.
    const int WordsANotification = 50;

    // Nobody waits for the bell: until it is back, work is found by looking for it.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // The driver takes a wait of less for one without an end.
    static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    static readonly Lock Opening = new();
    static readonly Dictionary<string, DatabaseBell> Bells = new(StringComparer.Ordinal);

    readonly string _connectionString;
    readonly NpgsqlDataSource _sessions;
    readonly CancellationTokenSource _closing = new();
    readonly Signal _rung = new();
    readonly Lock _gate = new();
    readonly HashSet<string> _unsent = new(StringComparer.Ordinal);
    readonly List<Action<IReadOnlyList<string>?>> _listeners = [];
    volatile Action<IReadOnlyList<string>?>[] _heardBy = [];
    volatile bool _isAlone;
    bool _isFirst;
    bool _hasHeard;
    bool _hasMet;
    bool _hasLost;
    HashSet<int> _others = [];
    long _lookedAt;
    Task? _running;
    int _users;

    DatabaseBell(string connectionString)
    {
        _connectionString = connectionString;
        _sessions = DataSources.Sessions(connectionString);
    }

    /// <summary>The one bell of this process for a database. Whoever takes it disposes it; the session opens with the first use.</summary>
    /// <param name="connectionString">The database; different texts are different bells.</param>
    public static DatabaseBell Of(string connectionString)
    {
        lock (Opening)
        {
            if (!Bells.TryGetValue(connectionString, out var bell))
            {
                Bells[connectionString] = bell = new(connectionString);
            }
            bell._users++;
            return bell;
        }
    }

    /// <summary>Whether what is rung in other processes is heard now.</summary>
    internal bool IsListening { get; private set; }

    /// <summary>Whether no other process is known to listen.</summary>
    internal bool IsAlone => _isAlone;

    /// <summary>How often the first bell looks who has gone, and the longest wait for notifications; other for tests alone.</summary>
    internal TimeSpan Turn { get; set; } = TimeSpan.FromSeconds(2.5);

    /// <summary>How often this bell has asked the server who is there; for tests.</summary>
    internal int Looks { get; private set; }

    /// <summary>Says what is there to be done: at once to those who listen in this process, and soon to those in others.</summary>
    /// <param name="words">Names of what has come, without spaces and with at most 100 bytes each.</param>
    public void Ring(params IReadOnlyList<string> words)
    {
        Tell(words);
        if (_isAlone)
        {
            return;
        }
        lock (_gate)
        {
            _unsent.UnionWith(words);
            Run();
        }
        _rung.Raise();
    }

    /// <summary>Has somebody hear everything that is rung from now on.</summary>
    /// <param name="listener">Given the words; null when some may not have been heard. Short, and without exceptions.</param>
    /// <returns>Ends it.</returns>
    public IDisposable Hear(Action<IReadOnlyList<string>?> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
            _heardBy = [.. _listeners];
            Run();
        }
        return new Hearing(this, listener);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (Opening)
        {
            if (--_users > 0)
            {
                return;
            }
            Bells.Remove(_connectionString);
        }
        await _closing.CancelAsync();
        if (_running is not null)
        {
            await _running;
        }
        await _sessions.DisposeAsync();
        _closing.Dispose();
    }

    void Run() => _running ??= Task.Run(() => RunAsync(_closing.Token));

    async Task RunAsync(CancellationToken closing)
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(closing);
            }
            catch (Exception)
            {
                // What is rung until it is back is sent then.
                (_isAlone, IsListening) = (false, false);
                await Task.Delay(Pause, TimeProvider.System, closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task ListenAsync(CancellationToken closing)
    {
        await using var session = await _sessions.OpenConnectionAsync(closing);
        session.Notification += (_, told) => Hear(told, session);
        await BellStatements.EnterAsync(session, closing);
        await LookAsync(session, closing);
        if (!_isAlone)
        {
            await BellStatements.NotifyAsync(session, [BellStatements.Greeting], closing);
        }
        Tell(null);
        IsListening = true;
        while (true)
        {
            // Taken before looking: what is rung after the look wakes us.
            var rung = _rung.Next;
            await SendAsync(session, closing);
            var left = UntilLook;
            if (left < ShortestWait)
            {
                await LookAsync(session, closing);
            }
            else if (!rung.IsCompleted)
            {
                await WaitAsync(session, rung, left, closing);
            }
        }
    }

    // Of those that are not alone one looks, and tells the others. These look for themselves when they hear nothing: then it is the first that has gone.
    TimeSpan UntilLook =>
        _hasMet ? TimeSpan.Zero
        : _isAlone && !_hasLost ? Turn
        : (_isFirst ? Turn : Turn * 1.5) - Stopwatch.GetElapsedTime(_lookedAt);

    // A process that ends may have left work of which it has told nobody, and locks that others wait for. Its other sessions may end a moment after that
    // of its bell: so everybody looks at once, and once more. Whoever was alone has told nobody anything, and the newcomer looks for what that was.
    async Task LookAsync(NpgsqlConnection session, CancellationToken closing)
    {
        var isInDoubt = _hasMet || (_hasLost && _isFirst);
        (_hasMet, _hasHeard) = (false, false);
        var others = await BellStatements.LookAsync(session, _others, isInDoubt, closing);
        (_lookedAt, Looks) = (Stopwatch.GetTimestamp(), Looks + 1);
        var hasLost = !_others.IsSubsetOf(others);
        if (hasLost || _hasLost)
        {
            Tell(null);
        }
        (_others, _hasLost) = (others, hasLost);
        _isFirst = others.All(other => session.ProcessID < other);
        // Whoever comes after the look greets.
        _isAlone = others.Count == 0 && !_hasHeard;
    }

    // What a session that ends has not sent for sure, the next one sends: to hear a word twice costs a look.
    async Task SendAsync(NpgsqlConnection session, CancellationToken closing)
    {
        var unsent = TakeUnsent();
        try
        {
            foreach (var words in unsent.Chunk(WordsANotification))
            {
                await BellStatements.NotifyAsync(session, words, closing);
            }
        }
        catch
        {
            lock (_gate)
            {
                _unsent.UnionWith(unsent);
            }
            throw;
        }
    }

    // The driver leaves the session as it is when a wait for notifications is cancelled. It can miss a cancellation that comes just when the wait begins:
    // so no wait is without an end.
    static async Task WaitAsync(NpgsqlConnection session, Task rung, TimeSpan atMost, CancellationToken closing)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(closing);
        var hearing = session.WaitAsync(atMost, enough.Token);
        await Task.WhenAny(hearing, rung);
        await enough.CancelAsync();
        try
        {
            await hearing;
        }
        catch (OperationCanceledException) when (!closing.IsCancellationRequested)
        {
            // Something has been rung here.
        }
    }

    void Hear(NpgsqlNotificationEventArgs told, NpgsqlConnection session)
    {
        if (told.PID == session.ProcessID)
        {
            return;
        }
        _hasHeard = true;
        _hasMet |= _isAlone;
        _isAlone = false;
        switch (told.Payload)
        {
            case BellStatements.Greeting:
                break;
            case BellStatements.AllHere:
                _lookedAt = Stopwatch.GetTimestamp();
                break;
            case BellStatements.Doubt:
                _lookedAt = Stopwatch.GetTimestamp();
                Tell(null);
                break;
            default:
                Tell(told.Payload.Split(' '));
                break;
        }
    }

    void Tell(IReadOnlyList<string>? words)
    {
        foreach (var listener in _heardBy)
        {
            listener(words);
        }
    }

    string[] TakeUnsent()
    {
        lock (_gate)
        {
            string[] unsent = _isAlone ? [] : [.. _unsent];
            _unsent.Clear();
            return unsent;
        }
    }

    sealed class Hearing(DatabaseBell bell, Action<IReadOnlyList<string>?> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (bell._gate)
            {
                bell._listeners.Remove(listener);
                bell._heardBy = [.. bell._listeners];
            }
        }
    }
}
