namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>What the model says of one move: what becomes of the record, and what it makes the batch tell.</summary>
sealed record Expected(Fate Fate, IReadOnlyList<string> Told)
{
    public static Expected Silent(Fate fate) => new(fate, []);

    public override string ToString() => $"{Fate}: {string.Join(", ", Told)}";
}

enum Fate
{
    Applied,
    Duplicate,
    Stale,
    Parked,
    Refused,
}
