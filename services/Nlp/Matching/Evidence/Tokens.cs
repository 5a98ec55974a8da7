namespace Phase1.Nlp.Matching;

/// <summary>Multisets of tokens as ordinally sorted arrays.</summary>
static class Tokens
{
    public static string[] Sorted(IEnumerable<string> tokens)
    {
        string[] sorted = [.. tokens];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>A bit for each token, the same for equal ones: sets of tokens without a bit in common have no token in common.</summary>
    public static ulong Marks(string[] tokens)
    {
        var marks = 0UL;
        foreach (var token in tokens)
        {
            // A token of nothing but marks folds to nothing; a shift counts modulo 64.
            marks |= token.Length == 0 ? 1UL : 1UL << ((token[0] * 31) + (token[^1] * 7) + token.Length);
        }

        return marks;
    }

    public static bool AreEqual(string[] a, string[] b) => a.AsSpan().SequenceEqual(b);

    public static bool IsWithin(string[] part, string[] whole)
    {
        if (part.Length > whole.Length)
        {
            return false;
        }

        var at = 0;
        foreach (var token in part)
        {
            while (at < whole.Length && string.CompareOrdinal(whole[at], token) < 0)
            {
                at++;
            }

            if (at == whole.Length || whole[at] != token)
            {
                return false;
            }

            at++;
        }

        return true;
    }

    public static bool IsStrictlyWithin(string[] part, string[] whole) => part.Length < whole.Length && IsWithin(part, whole);

    public static string[] Without(string[] whole, IEnumerable<string> part)
    {
        List<string> rest = [.. whole];
        foreach (var token in part)
        {
            rest.Remove(token);
        }

        return rest.Count == whole.Length ? whole : [.. rest];
    }

    /// <summary>Every token as often as it stands in the set that has it more often.</summary>
    public static string[] Union(string[] a, string[] b) => Sorted(a.Concat(Without(b, a)));
}
