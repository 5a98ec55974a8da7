using System.Collections.Concurrent;

namespace Phase1.Nlp.Rosters;

/// <summary>Rosters in memory. None is used before the class service has confirmed its tag; an empty one is never kept.</summary>
sealed class RosterCache
{
    const int Most = 1_000;

    readonly ConcurrentDictionary<Guid, CachedRoster> _rosters = new();

    public CachedRoster? Find(Guid classId) => _rosters.GetValueOrDefault(classId);

    public void Keep(Guid classId, CachedRoster roster)
    {
        if (_rosters.Count >= Most)
        {
            _rosters.Clear();
        }

        _rosters[classId] = roster;
    }

    public void Drop(Guid classId) => _rosters.TryRemove(classId, out _);
}
