namespace Phase1.Nlp.Matching;

/// <summary>How alike two strings are: twice the longest common subsequence over the sum of the lengths, in code points.</summary>
readonly record struct Similarity(int Common, int Total)
{
    public decimal Value => Total == 0 ? 0 : 2m * Common / Total;

    public static Similarity Between(string a, string b) => Between(new LcsPattern(a), LcsPattern.CodePoints(b));

    public static Similarity Between(LcsPattern pattern, ReadOnlySpan<int> other) =>
        new(pattern.CommonLength(other), pattern.Length + other.Length);

    /// <summary>Whether the value is at least this; surely true when it is, and cheap.</summary>
    public bool Reaches(decimal least) => 2.0 * Common >= ((double)least - 1e-9) * Total;

    /// <summary>
    /// The best similarity over every spelling of both names; folded spellings lose the deduction. What cannot reach
    /// <paramref name="least"/> is not looked at closely and counts as 0.
    /// </summary>
    public static decimal OfNames(PersonName name, RosterEntry pupil, decimal foldedDeduction, decimal least)
    {
        var best = 0m;
        foreach (var spelling in pupil.Spellings)
        {
            foreach (var style in LetterStyles)
            {
                // A style that changes neither name compares what was compared before.
                if ((style & ~(spelling.Changing | name.Spelling.Changing)) == SpellingStyle.None)
                {
                    var deduction = style.HasFlag(SpellingStyle.Folded) ? foldedDeduction : 0;
                    best = Math.Max(best, InStyle(name.Spelling, spelling, style, Math.Max(best, least) + deduction) - deduction);
                }
            }
        }

        return best;
    }

    /// <summary>The better of the plain and the token-sorted comparison, or 0 where the letters show that both stay below the least.</summary>
    static decimal InStyle(NameSpelling name, NameSpelling pupil, SpellingStyle style, decimal least)
    {
        var (ours, theirs) = (name[style], pupil[style]);
        // The same letters stand in the sorted writings.
        Similarity bound = new(ours.Letters.SharedAtMost(theirs.Letters), ours.CodePoints.Length + theirs.CodePoints.Length);
        if (!bound.Reaches(least))
        {
            return 0;
        }

        var plain = Between(ours.Pattern, theirs.CodePoints).Value;
        var (ourSorted, theirSorted) = (name[style | SpellingStyle.SortedTokens], pupil[style | SpellingStyle.SortedTokens]);
        return ourSorted == ours && theirSorted == theirs
            ? plain
            : Math.Max(plain, Between(ourSorted.Pattern, theirSorted.CodePoints).Value);
    }

    static readonly SpellingStyle[] LetterStyles =
    [
        SpellingStyle.None,
        SpellingStyle.HyphensAsBlanks,
        SpellingStyle.Folded,
        SpellingStyle.HyphensAsBlanks | SpellingStyle.Folded,
    ];
}
