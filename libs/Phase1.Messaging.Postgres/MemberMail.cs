using System.Collections.Frozen;
using System.Globalization;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// What a member of a group has been told since it last looked: where it reads and something was appended, that members of its group came, went or
/// gave something up. What is appended elsewhere does not wake it.
/// </summary>
sealed class MemberMail : IDisposable
{
    readonly Signal _told = new();
    readonly string _members;
    readonly IDisposable _hearing;
    readonly Lock _gate = new();
    volatile FrozenDictionary<string, (int TopicId, int Partition)> _places = FrozenDictionary<string, (int TopicId, int Partition)>.Empty;
    HashSet<(int TopicId, int Partition)> _appends = [];
    bool _isInDoubt = true;
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

    /// <summary>Whether something was appended that nobody has looked for.</summary>
    public bool HasAppends
    {
        get
        {
            lock (_gate)
            {
                return _isInDoubt || _appends.Count > 0;
            }
        }
    }

    /// <summary>The word for what is appended to a partition.</summary>
    public static string WordOf(int topicId, int partition) => string.Create(CultureInfo.InvariantCulture, $"{topicId}/{partition}");

    /// <summary>Where the member reads from now on. What was appended there before it said so, it has to look for.</summary>
    public void ReadFrom(IEnumerable<(int TopicId, int Partition)> places)
    {
        _places = places.ToFrozenDictionary(place => WordOf(place.TopicId, place.Partition), StringComparer.Ordinal);
        lock (_gate)
        {
            _isInDoubt = true;
        }
    }

    /// <summary>
    /// Where something was appended since the last call; null when it may be anywhere. It is asked before looking: what comes after the look is told anew.
    /// </summary>
    public IReadOnlySet<(int TopicId, int Partition)>? TakeAppends()
    {
        lock (_gate)
        {
            var appends = _isInDoubt ? null : _appends;
            (_appends, _isInDoubt) = ([], false);
            return appends;
        }
    }

    /// <summary>Whether the group has changed since the last call.</summary>
    public bool TakeChanges() => Interlocked.Exchange(ref _hasChanges, false);

    public void Dispose() => _hearing.Dispose();

    void Hear(IReadOnlyList<string>? words)
    {
        var isNews = words is null;
        lock (_gate)
        {
            _isInDoubt |= words is null;
            foreach (var word in words ?? [])
            {
                if (_places.TryGetValue(word, out var place))
                {
                    isNews = true;
                    _appends.Add(place);
                }
            }
        }
        if (words is null || words.Contains(_members))
        {
            isNews = true;
            Volatile.Write(ref _hasChanges, true);
        }
        if (isNews)
        {
            _told.Raise();
        }
    }
}
