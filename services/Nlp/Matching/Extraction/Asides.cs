namespace Phase1.Nlp.Matching;

/// <summary>What stands in brackets or quotation marks beside a name: a nickname, a pronoun, a remark.</summary>
static class Asides
{
    const string Opening = "([{\"";
    const string Closing = ")]}\"";

    /// <summary>
    /// Whether one before or behind all the rest holds a word that nobody knows: a role, perhaps ("Tove Hallgren (läskompis)"). A pronoun, a class, a
    /// course and words of names are none, and what stands within a name is a nickname.
    /// </summary>
    public static bool MayBeRoles(EssayReading reading, ReadOnlySpan<char> piece)
    {
        for (var from = 0; piece[from..].IndexOfAny(Opening) is >= 0 and var at; )
        {
            var start = from + at;
            var end = End(piece, start);
            var isWithin = HasLetter(piece[..start]) && end < piece.Length && HasLetter(piece[end..]);
            if (!isWithin && HasUnknownWord(reading, piece[(start + 1)..end]))
            {
                return true;
            }

            from = end;
        }

        return false;
    }

    public static bool AreIn(ReadOnlySpan<char> piece) => piece.IndexOfAny(Opening) >= 0;

    /// <summary>The piece without them; a bracket that is not closed reaches to the end.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> piece)
    {
        var rest = piece.ToString();
        while (rest.AsSpan().IndexOfAny(Opening) is >= 0 and var start)
        {
            rest = $"{rest[..start].TrimEnd(' ')} {rest[End(rest, start)..].TrimStart(' ')}";
        }

        return rest.AsSpan().Trim(' ');
    }

    /// <summary>Behind its closing bracket, or the end of the piece.</summary>
    static int End(ReadOnlySpan<char> piece, int start)
    {
        var length = piece[(start + 1)..].IndexOf(Closing[Opening.IndexOf(piece[start], StringComparison.Ordinal)]);
        return length < 0 ? piece.Length : start + length + 2;
    }

    static bool HasLetter(ReadOnlySpan<char> text) => !Segment.Trim(text).IsEmpty;

    static bool HasUnknownWord(EssayReading reading, ReadOnlySpan<char> aside)
    {
        foreach (var atom in LineAtom.Of(aside))
        {
            var word = aside[atom.Start..atom.End];
            if (
                !atom.HasDigit
                && atom.Length > 1
                && !Words.IsPronoun(word)
                && !Words.PrecedesNumber(word)
                && !reading.IsWordOfStudent(word)
            )
            {
                return true;
            }
        }

        return false;
    }
}
