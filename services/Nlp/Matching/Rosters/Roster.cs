using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>The students of one class, read once for the whole batch and ordered by id so that the given order never matters.</summary>
sealed class Roster : IStudentNames
{
    /// <summary>How many signs more than the roster's longest name a line that says it may have.</summary>
    const int SpareSigns = 10;

    readonly Dictionary<string, List<RosterEntry>> _byAddress = [];
    readonly HashSet<string> _forms;
    readonly HashSet<string> _joined;
    readonly HashSet<string> _written;
    readonly HashSet<string> _words;
    readonly HashSet<int> _sums;
    readonly int _longestName;

    Roster(List<RosterEntry> entries, List<RosterWarning> warnings)
    {
        Entries = [.. entries];
        Warnings = warnings;
        _forms = [.. entries.SelectMany(entry => entry.Forms)];
        _joined = [.. entries.SelectMany(entry => entry.Joined)];
        _written = [.. entries.SelectMany(entry => entry.WrittenNames).Select(Written)];
        _sums = [.. _forms.Select(form => LetterSum.Of(form))];
        _words = [.. entries.SelectMany(entry => entry.Called.Folded.Concat(entry.Legal.Folded))];
        _longestName = entries.Count == 0 ? 0 : entries.Max(entry => entry.LongestName);
        FileNameWords = new FileNameWords(entries);
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].Index = i;
            if (entries[i].Address is { } address)
            {
                Addressees(address).Add(entries[i]);
            }
        }
    }

    public RosterEntry[] Entries { get; }

    public IReadOnlyList<RosterWarning> Warnings { get; }

    public FileNameWords FileNameWords { get; }

    public bool IsEmpty => Entries.Length == 0;

    public static Roster Read(IReadOnlyList<RosterStudent> students)
    {
        List<RosterEntry> entries = new(students.Count);
        List<RosterWarning> warnings = [];
        HashSet<string> ids = [];
        for (var i = 0; i < students.Count; i++)
        {
            var entry = new RosterEntry(students[i]);
            var flaw =
                entry.IsPlaceholder ? RosterWarning.Placeholder
                : entry.IsNameless ? RosterWarning.EmptyName
                : ids.Add(entry.StudentId) ? null
                : RosterWarning.DoubledId;
            if (flaw is null)
            {
                entries.Add(entry);
            }
            else
            {
                warnings.Add(new RosterWarning(flaw, i));
            }
        }

        entries.Sort((a, b) => string.CompareOrdinal(a.StudentId, b.StudentId));
        return new Roster(entries, warnings);
    }

    public IReadOnlyList<RosterEntry> WithAddress(EmailAddress address) =>
        _byAddress.TryGetValue(address.Canonical, out var entries) ? entries : [];

    public bool Has(ReadOnlySpan<char> text)
    {
        if (text.Length > _longestName + SpareSigns || (LetterSum.Of(text) is >= 0 and var sum && !_sums.Contains(sum)))
        {
            return false;
        }

        // Signs between two authors are no part of a name unless the roster writes them itself.
        if (text.ContainsAny("&+;") || text.Count(',') > 1)
        {
            return _written.Contains(Written(text.ToString()));
        }

        var bare = Segment.Trim(text);
        if (bare.Contains('/'))
        {
            return _written.Contains(Written(bare.ToString()));
        }

        var form = TextNormalizer.ComparisonForm(text.ToString());
        return _forms.Contains(form) || (NameTokens.Of(form, []).Joined is var name && UnspacedScript.Is(name) && _joined.Contains(name));
    }

    public bool HasWord(ReadOnlySpan<char> word) => _words.Contains(TextNormalizer.Fold(TextNormalizer.ComparisonForm(word.ToString())));

    static string Written(string name) => TextNormalizer.ReadingForm(name).ToLowerInvariant();

    List<RosterEntry> Addressees(EmailAddress address)
    {
        if (!_byAddress.TryGetValue(address.Canonical, out var entries))
        {
            _byAddress[address.Canonical] = entries = [];
        }

        return entries;
    }
}
