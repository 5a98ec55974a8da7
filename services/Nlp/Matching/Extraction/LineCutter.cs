namespace Phase1.Nlp.Matching;

/// <summary>
/// Cuts a line at dates, times, codes, numbers and keywords with a colon; what stands between two cuts is looked at for itself.
/// </summary>
sealed class LineCutter
{
    LineCutter(bool hasDate, List<Range> pieces)
    {
        HasDate = hasDate;
        Pieces = pieces;
    }

    public bool HasDate { get; }

    public IReadOnlyList<Range> Pieces { get; }

    /// <summary>Whether a line has a date; cheap for the lines of the body, which have no digit.</summary>
    public static bool HasDateIn(ReadOnlySpan<char> line) =>
        line.ContainsAnyInRange('0', '9') && new DateReader(line, LineAtom.Of(line)).HasDate();

    public static LineCutter Cut(ReadOnlySpan<char> line)
    {
        var atoms = LineAtom.Of(line);
        var dates = new DateReader(line, atoms);
        List<Range> pieces = [];
        var hasLabels = line.ContainsAny(':', '=');
        var start = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (i > 0 && line[atoms[i - 1].End..atoms[i].Start].IndexOf('\t') is >= 0 and var tab)
            {
                pieces.Add(start..(atoms[i - 1].End + tab));
                start = atoms[i - 1].End + tab + 1;
            }

            if (hasLabels && RoleLines.IsRole(line[atoms[i].Start..]))
            {
                pieces.Add(start..atoms[i].Start);
                return new LineCutter(dates.HasDate(), pieces);
            }

            if (IsCut(line, atoms, dates, i) || (hasLabels && LineKeywords.IsInformation(line[atoms[i].Start..])))
            {
                pieces.Add(start..atoms[i].Start);
                start = atoms[i].End;
            }
        }

        pieces.Add(start..line.Length);
        return new LineCutter(dates.HasDate(), pieces);
    }

    static bool IsCut(ReadOnlySpan<char> line, List<LineAtom> atoms, DateReader dates, int i)
    {
        if (atoms[i].HasDigit || dates.IsMonth(i) || IsPronoun(line, atoms, i))
        {
            return true;
        }

        var introducesNumber = i + 1 < atoms.Count && atoms[i + 1].HasDigit && dates.AreClose(i) && Words.PrecedesNumber(dates.Text(i));
        var endsNumber = i > 0 && atoms[i - 1].HasDigit && dates.AreClose(i - 1) && Words.FollowsNumber(dates.Text(i));
        return introducesNumber || endsNumber;
    }

    /// <summary>Pronouns are told in pairs: "she/her", "hen/hen".</summary>
    static bool IsPronoun(ReadOnlySpan<char> line, List<LineAtom> atoms, int i)
    {
        return Words.IsPronoun(line[atoms[i].Start..atoms[i].End]) && (IsPair(line, i - 1) || IsPair(line, i));

        bool IsPair(ReadOnlySpan<char> line, int left) =>
            left >= 0
            && left + 1 < atoms.Count
            && line[atoms[left].End..atoms[left + 1].Start] is "/"
            && Words.IsPronoun(line[atoms[left].Start..atoms[left].End])
            && Words.IsPronoun(line[atoms[left + 1].Start..atoms[left + 1].End]);
    }
}
