namespace Phase1.Nlp.Matching;

/// <summary>
/// Tells a line that says whose address it holds (a name, a label, a closing, a class or a date beside it) from prose that mentions one: "Tack till
/// Tove, ...", "Foto: ...". What stands in prose is nobody's mark.
/// </summary>
static class OwnersLine
{
    const string Joints = ",;|/()[]\":\t";

    public static bool Is(EssayReading reading, ReadOnlySpan<char> line)
    {
        var bare = AddressEraser.Erase(line);
        foreach (var piece in LineCutter.Cut(bare).Pieces)
        {
            var text = bare[piece];
            foreach (var part in text.SplitAny(Joints))
            {
                if (!SaysWhose(reading, Segment.Trim(text[part])))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether nothing but phrases stands beside the addresses of the line.</summary>
    public static bool IsBare(ReadOnlySpan<char> line)
    {
        if (LineKeywords.IsLabel(line))
        {
            return false;
        }

        var bare = AddressEraser.Erase(line);
        foreach (var part in bare.SplitAny(Joints))
        {
            var text = Segment.Trim(bare[part]);
            if (!text.IsEmpty && !LineKeywords.IsOwnPhrase(text))
            {
                return false;
            }
        }

        return true;
    }

    static bool SaysWhose(EssayReading reading, ReadOnlySpan<char> text) =>
        text.IsEmpty
        || LineKeywords.IsOwnPhrase(text)
        || reading.IsStudent(text)
        || HasWordsOfNamesOnly(reading, text[LineKeywords.Closing.Opening(text)..]);

    static bool HasWordsOfNamesOnly(EssayReading reading, ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split(' '))
        {
            var word = Segment.Trim(text[range]);
            if (word.Length > 1 && !Segment.EndsWithInitial(word) && !Words.IsParticle(word) && !reading.IsWordOfStudent(word))
            {
                return false;
            }
        }

        return true;
    }
}
