namespace Phase1.Nlp.Matching;

/// <summary>Small readings of a piece of a line.</summary>
static class Segment
{
    /// <summary>The piece without punctuation at its ends; the full stop of a closing initial stays.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> piece)
    {
        while (!piece.IsEmpty && !char.IsLetter(piece[0]) && !char.IsSurrogate(piece[0]))
        {
            piece = piece[1..];
        }

        while (!piece.IsEmpty && !IsWordEnd(piece[^1]) && !EndsWithInitial(piece))
        {
            piece = piece[..^1];
        }

        return piece;
    }

    /// <summary>True for "... T." and "T.": a single letter with its full stop.</summary>
    public static bool EndsWithInitial(ReadOnlySpan<char> piece) =>
        piece.Length >= 2 && piece[^1] == '.' && char.IsLetter(piece[^2]) && (piece.Length == 2 || piece[^3] is ' ' or '.');

    static bool IsWordEnd(char c) =>
        char.IsLetter(c)
        || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c)
            is System.Globalization.UnicodeCategory.NonSpacingMark
                or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
