namespace Phase1.ClassManagement.Students;

/// <summary>Names entered twice differ at most in case.</summary>
sealed class SameName : IEqualityComparer<NameLine>
{
    internal static readonly SameName Comparer = new();

    public bool Equals(NameLine? x, NameLine? y) =>
        string.Equals(x?.First, y?.First, StringComparison.OrdinalIgnoreCase)
        && string.Equals(x?.Last, y?.Last, StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(NameLine obj) => HashCode.Combine(obj.First.ToUpperInvariant(), obj.Last.ToUpperInvariant());
}
