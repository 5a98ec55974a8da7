using System.Collections.Frozen;

namespace Phase1.Nlp.Matching;

/// <summary>A list of phrases that may open a line; the longest one that fits counts.</summary>
sealed class Keywords(params string[] phrases)
{
    readonly string[] _byLength = [.. phrases.OrderByDescending(phrase => phrase.Length)];
    readonly FrozenSet<char> _initials = phrases.SelectMany(phrase => new[] { phrase[0], char.ToUpperInvariant(phrase[0]) }).ToFrozenSet();

    /// <summary>Length of the phrase that opens the line as whole words, else 0.</summary>
    public int Opening(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !_initials.Contains(line[0]))
        {
            return 0;
        }

        foreach (var phrase in _byLength)
        {
            if (
                line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)
                && (line.Length == phrase.Length || !char.IsLetterOrDigit(line[phrase.Length]))
            )
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    /// <summary>What follows the phrase and its separator (<c>:</c>, <c>=</c> or <c> - </c>); false when there is none.</summary>
    public bool TryValue(ReadOnlySpan<char> line, string separators, out ReadOnlySpan<char> value)
    {
        value = [];
        if (Opening(line) is not (> 0 and var length))
        {
            return false;
        }

        var rest = line[length..];
        var tight = rest.TrimStart(' ');
        if (!tight.IsEmpty && separators.Contains(tight[0]) && (tight[0] != '-' || rest.StartsWith(" - ") || rest.SequenceEqual(" -")))
        {
            value = tight[1..].Trim(' ');
            return true;
        }

        return false;
    }
}
