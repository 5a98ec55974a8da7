namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Seeded chance: the same seed gives the same corpus on every machine.</summary>
sealed class Dice(int seed)
{
    readonly Random random = new(seed);

    public int Next(int below) => random.Next(below);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool Chance(double share) => random.NextDouble() < share;

    public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>Earlier entries come more often, as popular names do.</summary>
    public T PickPopular<T>(IReadOnlyList<T> list)
    {
        var skewed = Math.Pow(random.NextDouble(), 2);
        return list[(int)(skewed * list.Count)];
    }

    public T Weighted<T>(IReadOnlyList<(int Weight, T Value)> choices)
    {
        var at = random.Next(choices.Sum(choice => choice.Weight));
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
