namespace Phase1.Nlp.Matching;

/// <summary>Tells which numbers and words of a line are dates: 2026-02-11, 11/2 2026, 11.2.26, 260211, 11 februari 2026, Feb 11.</summary>
readonly ref struct DateReader(ReadOnlySpan<char> line, List<LineAtom> atoms)
{
    readonly ReadOnlySpan<char> _line = line;

    public bool HasDate()
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            if (IsCompact(atoms[i]) || IsJoined(i) || IsMonth(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a month's name beside a day or year of its own.</summary>
    public bool IsMonth(int i) =>
        Words.IsMonth(Text(i))
        && ((i > 0 && IsDay(i - 1) && AreClose(i - 1)) || (i + 1 < atoms.Count && (IsDay(i + 1) || IsYear(i + 1)) && AreClose(i)));

    public bool AreClose(int left) => _line[atoms[left].End..atoms[left + 1].Start].IndexOfAnyExcept(" .,:") < 0;

    public ReadOnlySpan<char> Text(int i) => _line[atoms[i].Start..atoms[i].End];

    bool IsDay(int i) => atoms[i] is { Number: >= 1 and <= 31, Length: <= 4 } && !AreJoined(i - 1) && !AreJoined(i);

    bool IsYear(int i) => atoms[i] is { Number: >= 1900 and <= 2100 };

    bool AreJoined(int left) =>
        left >= 0
        && left + 1 < atoms.Count
        && atoms[left].HasDigit
        && atoms[left + 1].HasDigit
        && atoms[left + 1].Start - atoms[left].End == 1
        && _line[atoms[left].End] is '-' or '/' or '.' or ':';

    bool IsJoined(int i)
    {
        if (!AreJoined(i) || _line[atoms[i].End] == ':')
        {
            return false;
        }

        var (first, second) = (atoms[i].Number, atoms[i + 1].Number);
        var isThree = AreJoined(i + 1) && _line[atoms[i + 1].End] == _line[atoms[i].End];
        if (!isThree)
        {
            return _line[atoms[i].End] == '/' && IsDayAndMonth(first, second);
        }

        var third = atoms[i + 2];
        return atoms[i].Length == 4
            ? IsDayAndMonth(third.Number, second)
            : third.Length is 2 or 4 && (IsDayAndMonth(first, second) || IsDayAndMonth(second, first));
    }

    static bool IsCompact(LineAtom atom) =>
        atom.Length is 6 or 8
        && IsDayAndMonth(atom.Number % 100, atom.Number / 100 % 100)
        && (atom.Length == 6 || atom.Number / 10000 is >= 1900 and <= 2100);

    static bool IsDayAndMonth(int day, int month) => day is >= 1 and <= 31 && month is >= 1 and <= 12;
}
