namespace Phase1.Nlp.Matching;

/// <summary>Blanks the lines that name the teacher, addresses included, so that no later step can take the teacher for a pupil.</summary>
sealed class TeacherLines : IReadingStep
{
    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public void Read(EssayReading reading)
    {
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            if (IsTeacherLine(reading.Line(reading.Zone[i])))
            {
                reading.Blank(i);
            }
        }
    }

    static bool IsTeacherLine(ReadOnlySpan<char> line)
    {
        var length = LineKeywords.Teacher.Opening(line);
        if (length == 0)
        {
            return false;
        }

        var rest = line[length..].TrimStart(' ');
        return (!rest.IsEmpty && rest[0] is ':' or '-' or '=') || StartsWithName(rest);
    }

    static bool StartsWithName(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        if (end > 0 && Words.IsTitle(rest[..end]))
        {
            return true;
        }

        var line = AddressEraser.Erase(rest);
        var cut = LineCutter.Cut(line);
        return Names.Read(line[cut.Pieces[0]], cut.HasDate).Names.Count > 0;
    }
}
