namespace Phase1.Nlp.Matching;

/// <summary>How alike two strings are: twice the longest common subsequence over the sum of the lengths, in code points.</summary>
readonly record struct Similarity(int Common, int Total)
{
    public decimal Value => Total == 0 ? 0 : 2m * Common / Total;

    public static Similarity Between(string a, string b) => Between(new LcsPattern(a), LcsPattern.CodePoints(b));

    public static Similarity Between(LcsPattern pattern, ReadOnlySpan<int> other) =>
        new(pattern.CommonLength(other), pattern.Length + other.Length);

    /// <summary>Whether the value is at least this; surely true when it is, and cheap.</summary>
    public bool Reaches(double least) => 2.0 * Common >= (least - 1e-9) * Total;

    /// <summary>
    /// The best similarity over every spelling of both names; folded spellings lose the deduction. What does not reach
    /// <paramref name="least"/> counts as 0, and most of it is not looked at closely.
    /// </summary>
    public static decimal OfNames(PersonName name, RosterEntry student, decimal foldedDeduction, decimal least)
    {
        var best = 0m;
        var ours = name.Spelling;
        // Most pairs are far below, which floating point shows faster than decimals do.
        var (leastPlain, leastFolded) = ((double)least, (double)(least + foldedDeduction));
        foreach (var spelling in student.Spellings)
        {
            foreach (var style in LetterStyles)
            {
                // A style that changes neither name compares what was compared before.
                if ((style & ~(spelling.Changing | ours.Changing)) != SpellingStyle.None)
                {
                    continue;
                }

                var isFolded = (style & SpellingStyle.Folded) != SpellingStyle.None;
                var needed = isFolded ? leastFolded : leastPlain;
                if (
                    AtMost(ours[style], spelling[style]).Reaches(needed)
                    && InStyle(ours, spelling, style) is var found
                    && found.Reaches(needed)
                )
                {
                    best = Math.Max(best, found.Value - (isFolded ? foldedDeduction : 0));
                }
            }
        }

        return best;
    }

    /// <summary>What the letters allow, whatever their order.</summary>
    static Similarity AtMost(NameWriting ours, NameWriting theirs) =>
        new(ours.Letters.SharedAtMost(theirs.Letters), ours.CodePoints.Length + theirs.CodePoints.Length);

    /// <summary>The better of the plain and the token-sorted comparison, which are of the same lengths.</summary>
    static Similarity InStyle(NameSpelling name, NameSpelling student, SpellingStyle style)
    {
        var (ours, theirs) = (name[style], student[style]);
        var plain = Between(ours.Pattern, theirs.CodePoints);
        var (ourSorted, theirSorted) = (name[style | SpellingStyle.SortedTokens], student[style | SpellingStyle.SortedTokens]);
        return ourSorted == ours && theirSorted == theirs
            ? plain
            : plain with
            {
                Common = Math.Max(plain.Common, ourSorted.Pattern.CommonLength(theirSorted.CodePoints)),
            };
    }

    static readonly SpellingStyle[] LetterStyles =
    [
        SpellingStyle.None,
        SpellingStyle.HyphensAsBlanks,
        SpellingStyle.Folded,
        SpellingStyle.HyphensAsBlanks | SpellingStyle.Folded,
    ];
}
