namespace Phase1.Benchmarks.Endurance;

/// <summary>How much more memory this process has at its height than when it began to look.</summary>
sealed class Memory
{
    readonly long _before = Environment.WorkingSet;
    long _height;

    Memory() { }

    /// <summary>Begins to look, after what can be freed was freed.</summary>
    public static Memory Begin()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return new();
    }

    /// <summary>In bytes.</summary>
    public long Growth => Math.Max(0, _height - _before);

    public void Look() => _height = Math.Max(_height, Environment.WorkingSet);
}
