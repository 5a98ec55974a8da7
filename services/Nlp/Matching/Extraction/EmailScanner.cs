namespace Phase1.Nlp.Matching;

/// <summary>Finds addresses in a text, one pass, without regular expressions.</summary>
static class EmailScanner
{
    const int LongestLocalPart = 64;
    const int LongestDomain = 255;

    /// <summary>The next address at or after <paramref name="from"/>: where it starts and ends.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out Range address)
    {
        for (var at = Find(text, from); at >= 0; at = Find(text, at + 1))
        {
            var start = StartOfLocalPart(text, at, from);
            var end = EndOfDomain(text, at);
            if (start < at && IsDomain(text[(at + 1)..end]))
            {
                address = start..end;
                return true;
            }
        }

        address = default;
        return false;
    }

    static int Find(ReadOnlySpan<char> text, int from)
    {
        var offset = from >= text.Length ? -1 : text[from..].IndexOf('@');
        return offset < 0 ? -1 : from + offset;
    }

    static int StartOfLocalPart(ReadOnlySpan<char> text, int at, int from)
    {
        var start = at;
        while (start > from && at - start < LongestLocalPart && IsLocal(text[start - 1]))
        {
            start--;
        }

        while (start < at && text[start] is '.' or '\'' or '-')
        {
            start++;
        }

        return start;
    }

    static int EndOfDomain(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at <= LongestDomain && IsDomainPart(text[end]))
        {
            end++;
        }

        while (end > at + 1 && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain.LastIndexOf('.') is > 0 and var dot
        && domain.Length - dot > 2
        && domain[0] is not '-' and not '.'
        && !domain.Contains("..", StringComparison.Ordinal);

    static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'';

    static bool IsDomainPart(char c) => char.IsLetterOrDigit(c) || c is '.' or '-';
}
