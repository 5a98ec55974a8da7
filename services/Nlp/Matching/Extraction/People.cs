namespace Phase1.Nlp.Matching;

/// <summary>Tells lines that hold a person from others, whoever that is.</summary>
static class People
{
    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public static bool IsOn(EssayReading reading, int zoneLine)
    {
        var line = reading.Line(reading.Zone[zoneLine]);
        return reading.IsStudent(line) || line.Contains('@') || StartsWithName(line);
    }

    public static bool StartsWithName(ReadOnlySpan<char> line)
    {
        var end = line.IndexOf(' ');
        if (end > 0 && Words.IsTitle(line[..end]))
        {
            return true;
        }

        var bare = AddressEraser.Erase(line);
        var cut = LineCutter.Cut(bare);
        return Names.Read(bare[cut.Pieces[0]], cut.HasDate).Names.Count > 0;
    }

    /// <summary>Whether a word of two letters or more that is no title stands in both.</summary>
    public static bool ShareWord(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        foreach (var word in LineAtom.Of(one))
        {
            if (word.Length == 1 || Words.IsTitle(one[word.Start..word.End]))
            {
                continue;
            }

            foreach (var same in LineAtom.Of(other))
            {
                if (one[word.Start..word.End].Equals(other[same.Start..same.End], StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
