namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>Given names and surnames that go together, popular ones first. Students are random combinations: every person is invented.</summary>
sealed record NameStock(IReadOnlyList<string> Given, IReadOnlyList<string> Surnames)
{
    public static NameStock Of(string given, string surnames) => new(Split(given), Split(surnames));

    static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The names of one corpus family.</summary>
sealed record NamePool(NameStock Swedish, NameStock English, NameStock World)
{
    /// <summary>A class's mix: mostly Swedish, and one student in three with roots elsewhere.</summary>
    public NameStock Stock(Dice dice) => dice.Weighted([(62, Swedish), (9, English), (29, World)]);
}
