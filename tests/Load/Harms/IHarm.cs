namespace Phase1.Load.Harms;

/// <summary>Something that happens to a running suite, and is over when it returns.</summary>
interface IHarm
{
    /// <summary>What it is called in the figures.</summary>
    string Kind { get; }

    /// <summary>Does it and undoes it.</summary>
    /// <param name="random">Chooses victims and durations.</param>
    /// <param name="cancellationToken">Ends a pause; what was broken is mended all the same.</param>
    /// <returns>What happened, in a few words.</returns>
    Task<string> HappenAsync(Random random, CancellationToken cancellationToken);
}
