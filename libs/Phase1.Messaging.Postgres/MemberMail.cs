using System.Collections.Frozen;
using System.Globalization;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// What a member of a group has been told since it last looked: that something was appended where it reads, that members of its group came, went or
/// gave something up. What is appended elsewhere does not wake it.
/// </summary>
sealed class MemberMail : IDisposable
{
    readonly Signal _told = new();
    readonly string _members;
    readonly IDisposable _hearing;
    volatile FrozenSet<string> _places = [];
    bool _hasAppends = true;
    bool _hasChanges = true;

    /// <summary>Listens from now on, and has everything to look for.</summary>
    /// <param name="bell">The bell of the log's database.</param>
    /// <param name="members">The word for the members of the group.</param>
    public MemberMail(DatabaseBell bell, string members)
    {
        _members = members;
        _hearing = bell.Hear(Hear);
    }

    /// <summary>Completes with the next news after this call; taken before looking.</summary>
    public Task Next => _told.Next;

    /// <summary>The word for what is appended to a partition.</summary>
    public static string WordOf(int topicId, int partition) => string.Create(CultureInfo.InvariantCulture, $"{topicId}/{partition}");

    /// <summary>Where the member reads from now on. What was appended there before it said so, it has to look for.</summary>
    public void ReadFrom(IEnumerable<(int TopicId, int Partition)> places)
    {
        _places = places.Select(place => WordOf(place.TopicId, place.Partition)).ToFrozenSet(StringComparer.Ordinal);
        _hasAppends = true;
    }

    /// <summary>Whether something was appended that nobody has looked for.</summary>
    public bool HasAppends => Volatile.Read(ref _hasAppends);

    /// <summary>Whether something was appended since the last call. It is asked before looking: what comes after the look is told anew.</summary>
    public bool TakeAppends() => Interlocked.Exchange(ref _hasAppends, false);

    /// <summary>Whether the group has changed since the last call.</summary>
    public bool TakeChanges() => Interlocked.Exchange(ref _hasChanges, false);

    public void Dispose() => _hearing.Dispose();

    void Hear(IReadOnlyList<string>? words)
    {
        var (appends, changes) = words is null ? (true, true) : (words.Any(_places.Contains), words.Contains(_members));
        if (appends)
        {
            Volatile.Write(ref _hasAppends, true);
        }
        if (changes)
        {
            Volatile.Write(ref _hasChanges, true);
        }
        if (appends || changes)
        {
            _told.Raise();
        }
    }
}
