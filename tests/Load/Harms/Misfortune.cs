namespace Phase1.Load.Harms;

/// <summary>All harms of a run, in an order that its seed decides, one after the other with pauses between them.</summary>
sealed class Misfortune(int seed, Action<string> tell, TimeProvider clock)
{
    const int LongestPause = 2500;

    readonly Random _random = new(seed);
    readonly List<IHarm> _toCome = [];
    readonly List<IHarm> _behind = [];

    /// <summary>Nothing more will happen.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Adds a harm that happens so often.</summary>
    internal void Plan(IHarm harm, int times) => _toCome.AddRange(Enumerable.Repeat(harm, times));

    /// <summary>How many of a kind have happened.</summary>
    internal int Happened<T>()
        where T : IHarm => _behind.OfType<T>().Count();

    internal async Task StrikeAsync(CancellationToken cancellationToken)
    {
        var order = _toCome.ToArray();
        _random.Shuffle(order);
        foreach (var harm in order)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(LongestPause)), clock, cancellationToken);
            var what = await harm.HappenAsync(_random, cancellationToken);
            _behind.Add(harm);
            tell(what);
        }
        IsOver = true;
    }
}
