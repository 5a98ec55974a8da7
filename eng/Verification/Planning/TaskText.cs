using System.IO.Enumeration;

namespace Phase1.Verification.Planning;

/// <summary>What somebody means to do, in the words of whoever asks.</summary>
sealed class TaskText
{
    static readonly char[] Punctuation = ['.', ',', ';', ':', '!', '?', '(', ')', '"', '\'', '`'];

    readonly string _text;
    readonly string[] _words;

    internal TaskText(string text)
    {
        _text = text;
        _words =
        [
            .. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Trim(Punctuation))
                .Where(word => word.Length > 0),
        ];
    }

    internal IReadOnlyList<string> Words => _words;

    /// <summary>The text names it: as a word, or, where the name has blanks, anywhere.</summary>
    internal bool Names(string name) =>
        name.Contains(' ', StringComparison.Ordinal)
            ? _text.Contains(name, StringComparison.OrdinalIgnoreCase)
            : _words.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of the text that a cue fits, as they stand there; null where it fits nowhere.</summary>
    /// <param name="cue">Words with * for any letters; "..." stands for up to four words between.</param>
    internal string? Find(string cue)
    {
        var parts = cue.Split(' ');
        for (var start = 0; start < _words.Length; start++)
        {
            if (EndOf(parts, 0, start) is { } end)
            {
                return string.Join(' ', _words[start..end]);
            }
        }
        return null;
    }

    int? EndOf(string[] parts, int part, int word)
    {
        const int Gap = 4;
        if (part == parts.Length)
        {
            return word;
        }
        if (parts[part] != "...")
        {
            return word < _words.Length && FileSystemName.MatchesSimpleExpression(parts[part], _words[word])
                ? EndOf(parts, part + 1, word + 1)
                : null;
        }
        return Enumerable.Range(word, Gap + 1).Select(next => EndOf(parts, part + 1, next)).FirstOrDefault(end => end is not null);
    }
}
