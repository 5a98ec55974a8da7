namespace Phase1.Nlp.Matching;

/// <summary>Looks for names on the first lines that carry neither a label nor information nor a sentence.</summary>
sealed class HeaderExtractor : IReadingStep
{
    const int MostLines = 5;
    const int LongestUndatedLine = 60;

    /// <summary>What names of schools end in: "Tove Hallgren, Norrviks gymnasium".</summary>
    static readonly string[] Schools = ["skola", "skolan", "gymnasium", "gymnasiet", "school", "college", "academy"];

    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public void Read(EssayReading reading)
    {
        var seen = 0;
        foreach (var zoneLine in reading.Zone)
        {
            var raw = reading.Line(zoneLine);
            if (IsStudentsLine(reading, raw))
            {
                reading.AddStudent(raw, seen == 0 ? NameSource.FirstLine : NameSource.HeaderLine);
                if (++seen == MostLines)
                {
                    return;
                }

                continue;
            }

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
                if (MayEnd(raw) && !LineCutter.HasDateIn(line))
                {
                    return;
                }

                if (StudentBesideCodes.TryFind(reading, line, out var student))
                {
                    reading.AddStudent(
                        student,
                        LineCutter.HasDateIn(line) ? NameSource.DateLine
                            : seen == 0 ? NameSource.FirstLine
                            : NameSource.HeaderLine
                    );
                }
                else if (!RoleLines.MentionsOther(line))
                {
                    ReadRow(reading, line, isFirst: seen == 0);
                }
            }

            if (++seen == MostLines)
            {
                return;
            }
        }
    }

    /// <summary>One word of an alphabet with blanks may be any word: as a whole line it is no student's name yet.</summary>
    static bool IsStudentsLine(EssayReading reading, ReadOnlySpan<char> line) => HasWords(line) && reading.IsStudent(line);

    static bool HasWords(ReadOnlySpan<char> text) =>
        Segment.Trim(text) is var bare && (bare.ContainsAny(" -_.") || UnspacedScript.Is(bare));

    /// <summary>Reads cell by cell where a tab keeps cells apart, and as one line when that gives no name ("Tove", "Hallgren").</summary>
    static void ReadRow(EssayReading reading, ReadOnlySpan<char> line, bool isFirst)
    {
        var found = reading.Names.Count;
        var isRow = line.Contains('\t');
        if (isRow && reading.IsStudent(line))
        {
            reading.AddStudent(line, isFirst ? NameSource.FirstLine : NameSource.HeaderLine);
            return;
        }

        ReadPieces(reading, line, LineCutter.Cut(line), isFirst);
        if (isRow && reading.Names.Count == found)
        {
            var joined = line.ToArray();
            joined.AsSpan().Replace('\t', ' ');
            ReadPieces(reading, joined, LineCutter.Cut(joined), isFirst);
        }
    }

    static void ReadPieces(EssayReading reading, ReadOnlySpan<char> line, LineCutter cut, bool isFirst)
    {
        var isRow = line.Contains('\t');
        var source =
            cut.HasDate ? NameSource.DateLine
            : isFirst ? NameSource.FirstLine
            : NameSource.HeaderLine;
        for (var i = 0; i < cut.Pieces.Count; i++)
        {
            var piece = line[cut.Pieces[i]];
            var isStudent = ReadPiece(reading, reading.IsStudent(piece) ? piece : WithoutByLine(piece), cut.HasDate, source);
            var isBeforeLabel =
                i + 1 < cut.Pieces.Count
                && line[cut.Pieces[i + 1]].TrimStart(' ').StartsWith(':')
                && !LineKeywords.IsOwnPhrase(Segment.Trim(piece));
            if ((isRow || isBeforeLabel) && !isStudent && piece.ContainsAnyInRange('A', '\uFFFF'))
            {
                // Words that name nobody say what the cell or label beside them is, and nobody knows what that means.
                return;
            }
        }
    }

    /// <returns>Whether the piece is a name of the roster.</returns>
    static bool ReadPiece(EssayReading reading, ReadOnlySpan<char> piece, bool hasDate, NameSource source)
    {
        if ((hasDate || HasWords(piece)) && reading.IsStudent(piece))
        {
            reading.AddStudent(piece, source);
            return true;
        }

        var found = Names.Read(piece, hasDate);
        if (found is { HasSeveralAuthors: false, Names: [var one, var other] } && IsNameWithRemark(reading, one, other))
        {
            return false;
        }

        if (found.Names.Count == 0 && Asides.AreIn(piece) && !Asides.MayBeRoles(reading, piece))
        {
            found = Names.Read(Asides.Remove(piece), hasDate);
        }

        reading.AddNames(found, source);
        return false;
    }

    /// <summary>A comma between a student and words that nobody knows: a role, perhaps ("Tove Hallgren, bästa vän").</summary>
    static bool IsNameWithRemark(EssayReading reading, string one, string other) =>
        (reading.IsStudent(one) && MayBeRole(reading, other)) || (reading.IsStudent(other) && MayBeRole(reading, one));

    static bool MayBeRole(EssayReading reading, string remark) =>
        !Array.Exists(remark.Split(' '), word => reading.IsWordOfStudent(word))
        && !Array.Exists(Schools, school => remark.EndsWith(school, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Av Tove Hallgren" below a title is a label whose colon was forgotten; before a comma "av" belongs to the surname.</summary>
    static ReadOnlySpan<char> WithoutByLine(ReadOnlySpan<char> piece)
    {
        var whole = piece;
        piece = Segment.Trim(piece);
        var length = LineKeywords.ByLine.Opening(piece);
        var opens = length < piece.Length && piece[length] == ' ';
        var isParticle = Words.IsParticle(piece[..length]) && piece.Contains(',');
        return opens && !isParticle ? piece[(length + 1)..] : whole;
    }

    /// <summary>A short question above everything else is a title, no sentence of the text, unless somebody says it.</summary>
    static bool IsQuestion(ReadOnlySpan<char> line) =>
        line.Length <= LongestUndatedLine && line[^1] == '?' && line[0] is not ('-' or '"') && line[..^1].IndexOfAny(".!?") < 0;

    /// <summary>Whether a header ends before a line, unless that has a date: prose begins.</summary>
    internal static bool MayEnd(ReadOnlySpan<char> line) => line.Length > LongestUndatedLine || EndsLikeSentence(line);

    static bool EndsLikeSentence(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" \"')]}");
        return !line.IsEmpty && line[^1] is '.' or '!' or '?' or '…' && !Segment.EndsWithInitial(line);
    }
}
