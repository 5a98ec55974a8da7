using System.Collections.Frozen;

namespace Phase1.Nlp.Matching;

/// <summary>A list of phrases that may open a line; the longest one that fits counts.</summary>
sealed class Keywords(params string[] phrases)
{
    readonly FrozenDictionary<char, string[]> _byInitial = phrases
        .SelectMany(phrase => new[] { phrase[0], char.ToUpperInvariant(phrase[0]) }.Distinct().Select(initial => (initial, phrase)))
        .GroupBy(entry => entry.initial, entry => entry.phrase)
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());

    /// <summary>Length of the phrase that opens the line as whole words, else 0.</summary>
    public int Opening(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !_byInitial.TryGetValue(line[0], out var candidates))
        {
            return 0;
        }

        foreach (var phrase in candidates)
        {
            if (EndsAt(phrase.Length, line) && line.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    /// <summary>Whether a word that began the line may end there: looked at first, since it leaves few phrases to compare.</summary>
    static bool EndsAt(int length, ReadOnlySpan<char> line) =>
        line.Length == length || (line.Length > length && !char.IsLetterOrDigit(line[length]));

    /// <summary>Whether the line is one of the phrases and nothing else.</summary>
    public bool Is(ReadOnlySpan<char> line) => Opening(line) is > 0 and var length && length == line.Length;

    /// <summary>Whether one of the phrases stands anywhere in the line, as whole words and without a separator behind it.</summary>
    public bool StandIn(ReadOnlySpan<char> line, string separators)
    {
        for (var start = 0; start < line.Length; start++)
        {
            var opensWord = start == 0 || !char.IsLetterOrDigit(line[start - 1]);
            if (opensWord && Opening(line[start..]) > 0 && !TryValue(line[start..], separators, out _))
            {
                return true;
            }
        }

        return false;
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
