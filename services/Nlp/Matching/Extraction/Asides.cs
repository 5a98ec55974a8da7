namespace Phase1.Nlp.Matching;

/// <summary>What stands in brackets or quotation marks beside a name: a nickname, a pronoun, a remark.</summary>
static class Asides
{
    const string Opening = "([{\"";
    const string Closing = ")]}\"";

    public static bool AreIn(ReadOnlySpan<char> piece) => piece.IndexOfAny(Opening) >= 0;

    /// <summary>The piece without them; a bracket that is not closed reaches to the end.</summary>
    public static ReadOnlySpan<char> Remove(ReadOnlySpan<char> piece)
    {
        var rest = piece.ToString();
        while (rest.AsSpan().IndexOfAny(Opening) is >= 0 and var start)
        {
            var end = rest.IndexOf(Closing[Opening.IndexOf(rest[start], StringComparison.Ordinal)], start + 1);
            rest = $"{rest[..start].TrimEnd(' ')} {(end < 0 ? "" : rest[(end + 1)..].TrimStart(' '))}";
        }

        return rest.AsSpan().Trim(' ');
    }
}
