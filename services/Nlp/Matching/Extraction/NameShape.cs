namespace Phase1.Nlp.Matching;

/// <summary>What a piece of text must look like to be taken for a name.</summary>
sealed record NameShape(int FewestWords, int MostWords, int FewestCharacters, int MostCharacters, bool AnyWordAllowed)
{
    /// <summary>Behind a label the writer has said that a name follows.</summary>
    public static readonly NameShape Labelled = new(1, 6, 3, 60, AnyWordAllowed: true);

    /// <summary>On a header line only the look tells.</summary>
    public static readonly NameShape Unlabelled = new(2, 5, 3, 50, AnyWordAllowed: false);

    public bool Fits(ReadOnlySpan<char> piece, bool hasDate)
    {
        if ((piece.Length < FewestCharacters && !UnspacedScript.Is(piece)) || piece.Length > MostCharacters || piece.Count(',') > 1)
        {
            return false;
        }

        var words = 0;
        var hasFullWord = false;
        foreach (var range in piece.SplitAny(' ', ','))
        {
            var word = piece[range];
            if (word.IsEmpty || (word is "-" && words > 0))
            {
                continue;
            }

            if (!NameWord.Is(word) || (!AnyWordAllowed && Words.StopsName(word, hasDate)))
            {
                return false;
            }

            words++;
            hasFullWord |= NameWord.HasTwoLetters(word) && (AnyWordAllowed || !Words.IsParticle(word));
        }

        return words >= FewestWords && words <= MostWords && hasFullWord;
    }
}
