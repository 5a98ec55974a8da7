namespace Phase1.Load.Harms;

/// <summary>All harms of a run, in an order that its seed decides, one after the other, spread over the work that they disturb.</summary>
sealed class Misfortune(int seed, Action<string> tell, TimeProvider clock)
{
    const int LongestPause = 1500;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    readonly Random _random = new(seed);
    readonly List<IHarm> _toCome = [];
    readonly List<Happening> _behind = [];

    /// <summary>Nothing more will happen.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Adds a harm that happens so often.</summary>
    internal void Plan(IHarm harm, int times) => _toCome.AddRange(Enumerable.Repeat(harm, times));

    /// <summary>What has happened, in its order.</summary>
    internal IReadOnlyList<Happening> Behind => _behind;

    /// <summary>How many of a kind have happened.</summary>
    internal int Happened<T>()
        where T : IHarm => _behind.Count(happening => happening.Harm is T);

    /// <summary>Does them all.</summary>
    /// <param name="done">How much work is done, 0..1: the last harm comes when nine tenths are.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    internal async Task StrikeAsync(Func<double> done, CancellationToken cancellationToken)
    {
        var order = _toCome.ToArray();
        _random.Shuffle(order);
        foreach (var harm in order)
        {
            while (done() < 0.9 * _behind.Count / order.Length)
            {
                await Task.Delay(Interval, clock, cancellationToken);
            }
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(LongestPause)), clock, cancellationToken);
            var began = clock.GetUtcNow();
            var what = await harm.HappenAsync(_random, cancellationToken);
            _behind.Add(new(harm, began, clock.GetUtcNow()));
            tell(what);
        }
        IsOver = true;
    }
}
