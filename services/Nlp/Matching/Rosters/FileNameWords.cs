using System.Text;
using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>
/// The words by which a file name may name a student of this class: the words of the names, names written as one word in either order
/// ("hallgrentove"), and account codes. Everything else a platform writes into a file name keeps names apart and says nothing.
/// </summary>
sealed class FileNameWords
{
    /// <summary>Shorter names written as one word are too often words of their own.</summary>
    const int FewestJoinedLetters = 6;

    static readonly char[] Digits = [.. "0123456789"];

    readonly Dictionary<string, string[]> _tokens;
    readonly HashSet<int> _sums;

    public FileNameWords(IReadOnlyList<RosterEntry> students)
    {
        Dictionary<string, string[]> tokens = [];
        foreach (var token in students.SelectMany(student => student.Called.Folded.Concat(student.Legal.Folded)))
        {
            tokens[Bare(token)] = [token];
        }

        foreach (var student in students)
        {
            AddJoined(tokens, student.Given);
            AddJoined(tokens, student.Surname);
            foreach (var joined in student.Joined.Where(joined => joined.Length >= FewestJoinedLetters || UnspacedScript.Is(joined)))
            {
                tokens.TryAdd(joined, student.Called.Folded);
            }

            if (student.Address is { IsAccountCode: true } address)
            {
                tokens.TryAdd(address.LocalPart, student.Called.Folded);
            }
        }

        _tokens = tokens;
        _sums = [.. tokens.Keys.Select(token => LetterSum.Of(token))];
    }

    /// <summary>The names that stand in the file name, each a run of words of this class; several of them apart from each other at last.</summary>
    public List<PersonName> Names(IReadOnlyList<string> words)
    {
        List<PersonName> names = [];
        List<string> run = [];
        List<string> all = [];
        foreach (var word in words)
        {
            if (Find(word, isBehindName: run.Count > 0) is { } found)
            {
                run.AddRange(found);
                all.AddRange(Words.StopsFileName(word) ? [] : found);
            }
            else
            {
                Close(names, run);
            }
        }

        Close(names, run);
        if (names.Count == 0)
        {
            Close(names, all);
        }

        return names;
    }

    /// <summary>The word itself; without digits at its ends; behind a name also in the genitive: "Tove Hallgrens uppsats", "Tove Hallgren's essay".</summary>
    string[]? Find(string word, bool isBehindName) =>
        Find(word)
        ?? (word.Trim(Digits) is { Length: > 0 } bare && bare.Length < word.Length ? Find(bare) : null)
        ?? (isBehindName && word.EndsWith('s') ? Find(word[..^1].TrimEnd('\'')) : null);

    string[]? Find(string word) =>
        !Ascii.IsValid(word) || _sums.Contains(LetterSum.Of(word))
            ? _tokens.GetValueOrDefault(Bare(TextNormalizer.Fold(TextNormalizer.ComparisonForm(word))))
            : null;

    static void Close(List<PersonName> names, List<string> run)
    {
        if (run.Count > 1)
        {
            names.Add(new PersonName(string.Join(' ', run), NameSource.FileName));
        }

        run.Clear();
    }

    static void AddJoined(Dictionary<string, string[]> tokens, string[] parts)
    {
        if (parts.Length > 1)
        {
            tokens.TryAdd(Bare(string.Concat(parts)), parts);
        }
    }

    static string Bare(string token) => token.Replace("'", "", StringComparison.Ordinal);
}
