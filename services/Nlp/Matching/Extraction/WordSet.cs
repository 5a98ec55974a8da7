using System.Collections.Frozen;

namespace Phase1.Nlp.Matching;

/// <summary>A closed list of words, compared whole and in any case.</summary>
sealed class WordSet(string words)
{
    readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => _words.Contains(word);
}
