namespace Phase1.Nlp.Matching;

/// <summary>How alike two strings are: twice the longest common subsequence over the sum of the lengths, in code points.</summary>
readonly record struct Similarity(int Common, int Total)
{
    public decimal Value => Total == 0 ? 0 : 2m * Common / Total;

    public static Similarity Between(string a, string b) => Between(new LcsPattern(a), LcsPattern.CodePoints(b));

    public static Similarity Between(LcsPattern pattern, ReadOnlySpan<int> other) =>
        new(pattern.CommonLength(other), pattern.Length + other.Length);

    /// <summary>The most that strings of these lengths can reach.</summary>
    public static double Bound(int lengthA, int lengthB) => 2.0 * Math.Min(lengthA, lengthB) / Math.Max(1, lengthA + lengthB);

    /// <summary>The best similarity over every spelling of both names; folded spellings lose the deduction.</summary>
    public static decimal OfNames(PersonName name, RosterEntry pupil, decimal foldedDeduction, decimal least)
    {
        var best = 0m;
        foreach (var spelling in pupil.Spellings)
        {
            var style = spelling.Style;
            if ((style & ~SpellingStyle.SortedTokens & ~(spelling.Effective | name.Changing)) != SpellingStyle.None)
            {
                continue;
            }

            var pattern = name.Pattern(style & name.Changing);
            var bound = Math.Max(best, least);
            if (Bound(pattern.Length, spelling.CodePoints.Length) < (double)bound - 1e-9)
            {
                continue;
            }

            var deduction = style.HasFlag(SpellingStyle.Folded) ? foldedDeduction : 0;
            best = Math.Max(best, Between(pattern, spelling.CodePoints).Value - deduction);
        }

        return best;
    }
}
