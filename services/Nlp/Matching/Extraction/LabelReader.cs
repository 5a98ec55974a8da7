namespace Phase1.Nlp.Matching;

/// <summary>Reads what follows "Namn:", "Elev:", "Written by:" and their like in the header zone.</summary>
sealed class LabelReader : IReadingStep
{
    static readonly NamePieces Names = new(NameShape.Labelled);

    public void Read(EssayReading reading)
    {
        string? given = null;
        string? surname = null;
        ReadOnlySpan<char> writer = [];
        foreach (var zoneLine in reading.Zone)
        {
            var line = reading.Line(zoneLine);
            if (LineKeywords.FullName.TryValue(line, LineKeywords.LabelSeparators, out var value))
            {
                reading.HasSeveralAuthors |= !writer.IsEmpty && !value.IsEmpty && !People.ShareWord(writer, value);
                writer = value.IsEmpty ? writer : value;
                AddNames(reading, value);
            }
            else if (LineKeywords.CoAuthor.TryValue(line, LineKeywords.LabelSeparators, out value))
            {
                reading.HasSeveralAuthors |= !value.IsEmpty;
                AddNames(reading, value);
            }
            else if (LineKeywords.GivenName.TryValue(line, LineKeywords.LabelSeparators, out value))
            {
                (given, var other) = SplitPair(value, LineKeywords.Surname);
                surname = other ?? surname;
            }
            else if (LineKeywords.Surname.TryValue(line, LineKeywords.LabelSeparators, out value))
            {
                (surname, var other) = SplitPair(value, LineKeywords.GivenName);
                given = other ?? given;
            }
        }

        if (given is not null || surname is not null)
        {
            AddNames(reading, $"{given} {surname}".Trim());
        }
    }

    static void AddNames(EssayReading reading, ReadOnlySpan<char> value)
    {
        var line = AddressEraser.Erase(WithoutBrackets(value));
        if (reading.IsStudent(line))
        {
            reading.AddStudent(line, NameSource.Label);
            return;
        }

        if (Asides.AreIn(value) && RoleLines.MentionsOther(value))
        {
            return;
        }

        var withoutAsides = Asides.Remove(value);
        if (reading.IsStudent(withoutAsides))
        {
            reading.AddStudent(withoutAsides, NameSource.Label);
            return;
        }

        var cut = LineCutter.Cut(line);
        foreach (var piece in cut.Pieces)
        {
            if (reading.IsStudent(line[piece]))
            {
                reading.AddStudent(line[piece], NameSource.Label);
            }
            else
            {
                reading.AddNames(Names.Read(line[piece], cut.HasDate), NameSource.Label);
            }
        }
    }

    /// <summary>Both halves of the pair may stand on one line: "Förnamn: Tove Efternamn: Hallgren".</summary>
    static (string Own, string? Other) SplitPair(ReadOnlySpan<char> value, Keywords other)
    {
        foreach (var atom in LineAtom.Of(value))
        {
            if (other.TryValue(value[atom.Start..], ":=", out var rest))
            {
                return (FirstPiece(value[..atom.Start]), FirstPiece(rest));
            }
        }

        return (FirstPiece(value), null);
    }

    static string FirstPiece(ReadOnlySpan<char> value)
    {
        var line = AddressEraser.Erase(WithoutBrackets(value));
        return Segment.Trim(line[LineCutter.Cut(line).Pieces[0]]).ToString();
    }

    static ReadOnlySpan<char> WithoutBrackets(ReadOnlySpan<char> value)
    {
        var plain = value.ToArray();
        for (var i = 0; i < plain.Length; i++)
        {
            plain[i] = plain[i] is '(' or ')' or '[' or ']' or '{' or '}' or '"' ? ' ' : plain[i];
        }

        return plain;
    }
}
