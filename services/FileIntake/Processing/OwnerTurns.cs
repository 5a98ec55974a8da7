namespace Phase1.FileIntake.Processing;

/// <summary>
/// Which owners the workers of this process work for, and whose turn it is: one owner has at most half of the workers, so that files that take their full
/// time never take the others'; and who has waited longest since the last claim comes first.
/// </summary>
sealed class OwnerTurns
{
    public const int MostWorkers = ProcessingWorkers.Count / 2;

    // Beyond, the owner that was served longest ago is as good as new.
    const int MostRemembered = 1000;

    readonly Lock _gate = new();
    readonly Dictionary<string, int> _workers = [];
    readonly List<string> _served = [];

    /// <summary>Workers held, by owner; and the owners that were served, the last one last.</summary>
    public (string[] Holders, int[] Workers, string[] Served) Now
    {
        get
        {
            lock (_gate)
            {
                return ([.. _workers.Keys], [.. _workers.Values], [.. _served]);
            }
        }
    }

    public void Take(IEnumerable<string> owners)
    {
        lock (_gate)
        {
            foreach (var owner in owners)
            {
                _workers[owner] = _workers.GetValueOrDefault(owner) + 1;
                _served.Remove(owner);
                _served.Add(owner);
            }

            _served.RemoveRange(0, Math.Max(0, _served.Count - MostRemembered));
        }
    }

    /// <summary>Whether one of the owners had as many workers as one may have, so that files of theirs may have waited.</summary>
    public bool Return(IEnumerable<string> owners)
    {
        var had = false;
        lock (_gate)
        {
            foreach (var owner in owners)
            {
                had |= _workers[owner] >= MostWorkers;
                if (--_workers[owner] == 0)
                {
                    _workers.Remove(owner);
                }
            }
        }

        return had;
    }
}
