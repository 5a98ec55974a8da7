namespace Phase1.Nlp.Matching;

/// <summary>A run of letters and digits in a line.</summary>
readonly record struct LineAtom(int Start, int End, bool HasDigit, int Number)
{
    /// <summary>Length of what is no plain number, or of one too long to be a date.</summary>
    const int NoNumber = -1;

    public int Length => End - Start;

    public static List<LineAtom> Of(ReadOnlySpan<char> line)
    {
        List<LineAtom> atoms = [];
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsLetterOrDigit(line[i]))
            {
                continue;
            }

            var start = i;
            var hasDigit = false;
            for (; i < line.Length && char.IsLetterOrDigit(line[i]); i++)
            {
                hasDigit |= char.IsDigit(line[i]);
            }

            atoms.Add(new LineAtom(start, i, hasDigit, Parse(line[start..i])));
        }

        return atoms;
    }

    static int Parse(ReadOnlySpan<char> atom)
    {
        var digits = atom.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : atom.Length;
        var isNumber = digits is > 0 and <= 8 && (digits == atom.Length || Words.FollowsNumber(atom[digits..]));
        return isNumber ? int.Parse(atom[..digits]) : NoNumber;
    }
}
