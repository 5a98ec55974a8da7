namespace Phase1.Nlp.Matching;

/// <summary>The pupils of one class, read once for the whole batch and ordered by id so that the given order never matters.</summary>
sealed class Roster
{
    readonly Dictionary<string, List<RosterEntry>> _byAddress = [];

    Roster(List<RosterEntry> entries, List<RosterWarning> warnings)
    {
        Entries = entries;
        Warnings = warnings;
        for (var i = 0; i < entries.Count; i++)
        {
            entries[i].Index = i;
            if (entries[i].Address is { } address)
            {
                Addressees(address).Add(entries[i]);
            }
        }
    }

    public IReadOnlyList<RosterEntry> Entries { get; }

    public IReadOnlyList<RosterWarning> Warnings { get; }

    public bool IsEmpty => Entries.Count == 0;

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

    List<RosterEntry> Addressees(EmailAddress address)
    {
        if (!_byAddress.TryGetValue(address.Canonical, out var entries))
        {
            _byAddress[address.Canonical] = entries = [];
        }

        return entries;
    }
}
