namespace Phase1.Nlp.Matching;

/// <summary>Scripts that are written without blanks between words, so that a whole name is one word: 王小明, 김민준.</summary>
static class UnspacedScript
{
    public static bool Is(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!IsLetter(c))
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }

    /// <summary>Thai to Myanmar, Khmer, Hangul, kana, Han, and Han beyond the basic plane by its surrogates.</summary>
    static bool IsLetter(char c) =>
        c
            is (>= '\u0E00' and <= '\u0EFF')
                or (>= '\u1000' and <= '\u109F')
                or (>= '\u1100' and <= '\u11FF')
                or (>= '\u1780' and <= '\u17FF')
                or (>= '\u3005' and <= '\u3007')
                or (>= '\u3040' and <= '\u318F')
                or (>= '\u31F0' and <= '\u31FF')
                or (>= '\u3400' and <= '\u9FFF')
                or (>= '\uA960' and <= '\uA97F')
                or (>= '\uAC00' and <= '\uD7FF')
                or (>= '\uD840' and <= '\uD88F')
                or (>= '\uDC00' and <= '\uDFFF')
                or (>= '\uF900' and <= '\uFAFF');
}
