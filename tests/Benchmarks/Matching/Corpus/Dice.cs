namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Seeded chance: the same seed gives the same corpus on every machine.</summary>
sealed class Dice(int seed)
{
    readonly Random _random = new(seed);

    public int Next(int below) => _random.Next(below);

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(double share) => _random.NextDouble() < share;

    public T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>Earlier entries come more often, as popular names do.</summary>
    public T PickPopular<T>(IReadOnlyList<T> list)
    {
        var skewed = Math.Pow(_random.NextDouble(), 2);
        return list[(int)(skewed * list.Count)];
    }

    public T Weighted<T>(IReadOnlyList<(int Weight, T Value)> choices)
    {
        var at = _random.Next(choices.Sum(choice => choice.Weight));
        foreach (var (weight, value) in choices)
        {
            at -= weight;
            if (at < 0)
            {
                return value;
            }
        }

        throw new InvalidOperationException("No choice has any weight.");
    }
}
