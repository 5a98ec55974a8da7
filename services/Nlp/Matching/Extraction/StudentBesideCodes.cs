namespace Phase1.Nlp.Matching;

/// <summary>Finds a name of the roster, whatever words it has, on a line that holds nothing else but dates, codes and numbers: "Mentor Gashi 2026-02-11".</summary>
static class StudentBesideCodes
{
    const int LongestLine = 80;
    const int MostAtoms = 16;

    public static bool IsOn(EssayReading reading, ReadOnlySpan<char> line) => TryFind(reading, line, out _);

    public static bool TryFind(EssayReading reading, ReadOnlySpan<char> line, out ReadOnlySpan<char> name)
    {
        name = [];
        if (line.Length > LongestLine || !line.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var atoms = LineAtom.Of(line);
        if (atoms.Count > MostAtoms)
        {
            return false;
        }

        // The longest first: of "Anna Berg" and "Anna Berg 9B" the line "Anna Berg 9B 2026-02-11" names the second.
        for (var count = atoms.Count - 1; count > 1; count--)
        {
            for (var first = 0; first + count <= atoms.Count; first++)
            {
                var (start, end) = (atoms[first].Start, atoms[first + count - 1].End);
                if (reading.IsStudent(line[start..end]) && AreCodes(line[..start]) && AreCodes(line[end..]))
                {
                    name = line[start..end];
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether the text holds no word but those of dates, times and codes.</summary>
    public static bool AreCodes(ReadOnlySpan<char> text)
    {
        foreach (var piece in LineCutter.Cut(text).Pieces)
        {
            if (!Segment.Trim(text[piece]).IsEmpty)
            {
                return false;
            }
        }

        return true;
    }
}
