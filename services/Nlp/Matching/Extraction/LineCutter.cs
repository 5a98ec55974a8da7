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
        var start = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (LineKeywords.Teacher.TryValue(line[atoms[i].Start..], ":", out _))
            {
                pieces.Add(start..atoms[i].Start);
                return new LineCutter(dates.HasDate(), pieces);
            }

            if (IsCut(line, atoms, dates, i))
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
        if (atoms[i].HasDigit || dates.IsMonth(i) || LineKeywords.IsInformation(line[atoms[i].Start..]))
        {
            return true;
        }

        var introducesNumber = i + 1 < atoms.Count && atoms[i + 1].HasDigit && dates.AreClose(i) && Words.PrecedesNumber(dates.Text(i));
        var endsNumber = i > 0 && atoms[i - 1].HasDigit && dates.AreClose(i - 1) && Words.FollowsNumber(dates.Text(i));
        return introducesNumber || endsNumber;
    }
}
