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

    readonly Lock gate = new();
    readonly Dictionary<string, int> workers = [];
    readonly List<string> served = [];

    /// <summary>Workers held, by owner; and the owners that were served, the last one last.</summary>
    public (string[] Holders, int[] Workers, string[] Served) Now
    {
        get
        {
            lock (gate)
            {
                return ([.. workers.Keys], [.. workers.Values], [.. served]);
            }
        }
    }

    public void Take(IEnumerable<string> owners)
    {
        lock (gate)
        {
            foreach (var owner in owners)
            {
                workers[owner] = workers.GetValueOrDefault(owner) + 1;
                served.Remove(owner);
                served.Add(owner);
            }

            served.RemoveRange(0, Math.Max(0, served.Count - MostRemembered));
        }
    }

    public void Return(IEnumerable<string> owners)
    {
        lock (gate)
        {
            foreach (var owner in owners)
            {
                if (--workers[owner] == 0)
                {
                    workers.Remove(owner);
                }
            }
        }
    }
}
