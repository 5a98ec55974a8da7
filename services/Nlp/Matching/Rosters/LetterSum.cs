namespace Phase1.Nlp.Matching;

/// <summary>
/// A number that all writings of the same letters and digits share, whatever their case, order and signs: what has another one than any name of the
/// class need not be compared with them.
/// </summary>
static class LetterSum
{
    /// <summary>The sum; -1 for a text with characters that its comparison form may write as others (outside of Latin-1, ß, signs above ASCII).</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var sum = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                sum += char.IsAsciiDigit(c) ? c : c | ' ';
            }
            else if (c > '\u007F')
            {
                if (c is (not (>= '\u00C0' and <= '\u00FF')) or 'ß' or '×' or '÷')
                {
                    return -1;
                }

                sum += c is 'ÿ' ? c : c | ' ';
            }
        }

        return sum;
    }
}
