namespace Phase1.Benchmarks;

/// <summary>The same figure of several rounds.</summary>
/// <param name="Median">The one in the middle.</param>
/// <param name="Lowest">The smallest.</param>
/// <param name="Highest">The largest.</param>
sealed record Spread(double Median, double Lowest, double Highest)
{
    /// <summary>Of at least one figure.</summary>
    public static Spread Of(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return new(sorted[sorted.Length / 2], sorted[0], sorted[^1]);
    }
}
