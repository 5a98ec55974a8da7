using Phase1.Text;

namespace Phase1.Feedback.Masking;

/// <summary>The names of a batch's authors, by the words that they are made of, folded: case and accents do not matter.</summary>
sealed class ClassNames
{
    const int ShortestWord = 3;

    readonly Dictionary<string, List<Guid>> _words = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<(string[] Words, Guid Student)>> _phrases = new(StringComparer.Ordinal);
    readonly Dictionary<Guid, Guid> _authors = [];

    /// <summary>The students in an order that is the same whenever they are asked for.</summary>
    internal IReadOnlyList<Guid> Students { get; private init; } = [];

    internal static ClassNames Of(IReadOnlyList<EssayAuthor> authors)
    {
        EssayAuthor[] known = [.. authors.Where(author => author.IsKnown)];
        var names = new ClassNames { Students = [.. known.Select(author => author.StudentId).Distinct().Order()] };
        foreach (var author in known)
        {
            names.Add(author);
        }
        return names;
    }

    /// <summary>Who wrote an essay; null where nobody knows.</summary>
    internal Guid? AuthorOf(Guid essayId) => _authors.TryGetValue(essayId, out var student) ? student : null;

    /// <summary>Whose name a word is, or the possessive of it; empty for nobody's.</summary>
    internal IReadOnlyList<Guid> OwnersOf(string word)
    {
        foreach (var form in FormsOf(word))
        {
            if (_words.TryGetValue(form, out var owners))
            {
                return owners;
            }
        }
        return [];
    }

    /// <summary>The longest whole name that begins at a word, and how many words it has; null where none does.</summary>
    internal (Guid Student, int Length)? PhraseAt(IReadOnlyList<string> words, int index)
    {
        (Guid Student, int Length)? longest = null;
        foreach (var (phrase, student) in _phrases.GetValueOrDefault(words[index], []))
        {
            if (phrase.Length > (longest?.Length ?? 0) && Stands(phrase, words, index))
            {
                longest = (student, phrase.Length);
            }
        }
        return longest;
    }

    /// <summary>A word as names are compared.</summary>
    internal static string Fold(string word) => TextNormalizer.Fold(TextNormalizer.ComparisonForm(word));

    static bool Stands(string[] phrase, IReadOnlyList<string> words, int index)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            var isLast = i == phrase.Length - 1;
            if (index + i >= words.Count || !(isLast ? FormsOf(words[index + i]).Contains(phrase[i]) : words[index + i] == phrase[i]))
            {
                return false;
            }
        }
        return true;
    }

    // Tove, Toves, Tove's, Matias'.
    static IEnumerable<string> FormsOf(string word)
    {
        yield return word;
        foreach (var ending in new[] { "'s", "'", "s" })
        {
            if (word.EndsWith(ending, StringComparison.Ordinal) && word.Length > ending.Length)
            {
                yield return word[..^ending.Length];
            }
        }
    }

    void Add(EssayAuthor author)
    {
        _authors[author.EssayId] = author.StudentId;
        string[] first = WordsOf(author.FirstName);
        string[] last = WordsOf(author.LastName);
        string[] legal = WordsOf(author.FullLegalName);
        foreach (var word in first.Concat(last).Concat(legal).Where(word => word.Length >= ShortestWord))
        {
            var owners = Entry(_words, word);
            if (!owners.Contains(author.StudentId))
            {
                owners.Add(author.StudentId);
            }
        }
        foreach (string[] phrase in new[] { [.. first, .. last], [.. last, .. first], legal })
        {
            if (phrase.Length > 1)
            {
                Entry(_phrases, phrase[0]).Add((phrase, author.StudentId));
            }
        }
    }

    static List<T> Entry<T>(Dictionary<string, List<T>> entries, string key) =>
        entries.TryGetValue(key, out var entry) ? entry : entries[key] = [];

    static string[] WordsOf(string name) => TextNormalizer.Tokens(Fold(name));
}
