namespace Phase1.Nlp.Matching;

/// <summary>Looks for names on the first lines that carry neither a label nor information nor a sentence.</summary>
sealed class HeaderExtractor : IReadingStep
{
    const int MostLines = 5;
    const int LongestUndatedLine = 60;

    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public void Read(EssayReading reading)
    {
        var seen = 0;
        foreach (var zoneLine in reading.Zone)
        {
            var raw = reading.Line(zoneLine);
            if (raw.IsEmpty || LineKeywords.IsLabel(raw) || LineKeywords.IsInformation(raw))
            {
                continue;
            }

            var line = AddressEraser.Erase(raw);
            if (SalutationLine.TryRead(line, out var addressee))
            {
                reading.Addressees.Add(addressee);
            }
            else if (seen > 0 || !IsQuestion(raw))
            {
                var mayEnd = raw.Length > LongestUndatedLine || EndsLikeSentence(raw);
                if (mayEnd && !LineCutter.HasDateIn(line))
                {
                    return;
                }

                var cut = LineCutter.Cut(line);
                ReadPieces(reading, line, cut, isFirst: seen == 0);
            }

            if (++seen == MostLines)
            {
                return;
            }
        }
    }

    static void ReadPieces(EssayReading reading, ReadOnlySpan<char> line, LineCutter cut, bool isFirst)
    {
        var source =
            cut.HasDate ? NameSource.DateLine
            : isFirst ? NameSource.FirstLine
            : NameSource.HeaderLine;
        foreach (var piece in cut.Pieces)
        {
            reading.AddNames(Names.Read(WithoutByLine(line[piece]), cut.HasDate), source);
        }
    }

    /// <summary>"Av Tove Hallgren" below a title is a label whose colon was forgotten; before a comma "av" belongs to the surname.</summary>
    static ReadOnlySpan<char> WithoutByLine(ReadOnlySpan<char> piece)
    {
        piece = Segment.Trim(piece);
        var length = LineKeywords.ByLine.Opening(piece);
        var opens = length < piece.Length && piece[length] == ' ';
        var isParticle = Words.IsParticle(piece[..length]) && piece.Contains(',');
        return opens && !isParticle ? piece[(length + 1)..] : piece;
    }

    /// <summary>A short question above everything else is a title, no sentence of the text, unless somebody says it.</summary>
    static bool IsQuestion(ReadOnlySpan<char> line) =>
        line.Length <= LongestUndatedLine
        && line[^1] == '?'
        && line[0] is not ('-' or '"' or '”' or '“' or '»')
        && line[..^1].IndexOfAny(".!?") < 0;

    static bool EndsLikeSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \"')]}»”");
        return !line.IsEmpty && line[^1] is '.' or '!' or '?' or '…' && !Segment.EndsWithInitial(line);
    }
}
