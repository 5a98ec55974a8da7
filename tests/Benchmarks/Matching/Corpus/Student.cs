using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>An invented student.</summary>
sealed record Student(string Id, string First, string Last, string? Legal, string? Email)
{
    public string Name => $"{First} {Last}";

    public RosterStudent OnRoster => new(Id, First, Last, Legal, Email);
}
