namespace Phase1.Nlp.Matching;

/// <summary>
/// Blanks what names somebody else than the writer, addresses included, so that no later step can take a teacher, a reviewer or the person a
/// letter goes to for a pupil: lines with such a role, and everything that is quoted from another mail.
/// </summary>
sealed class LinesOfOthers : IReadingStep
{
    /// <summary>What is longer before a colon is a sentence.</summary>
    const int LongestLabel = 40;

    static readonly NamePieces Names = new(NameShape.Unlabelled);

    public void Read(EssayReading reading)
    {
        var quoted = QuotedMail.FirstLine(reading);
        var isMail = reading.Zone.Exists(line => LineKeywords.Sender.TryValue(reading.Line(line), ":", out _));
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            if (i == quoted)
            {
                reading.BlankFrom(i);
                return;
            }

            var line = reading.Line(reading.Zone[i]);
            if (QuotedMail.IsQuoted(line))
            {
                reading.Blank(i);
            }
            else if (!reading.IsPupil(line))
            {
                if (isMail && RoleKeywords.Addressee.TryValue(line, ":", out var addressee))
                {
                    BlankPeopleBelow(reading, addressee.IsEmpty ? i + 1 : i);
                }

                ReadRole(reading, i, line);
            }
        }
    }

    /// <summary>A mail says its writer itself, so people on lines of their own below its addressee are addressees, too.</summary>
    static void BlankPeopleBelow(EssayReading reading, int i)
    {
        for (var below = NeighbourOf(reading, i, 1); below >= 0 && IsPerson(reading, below); below = NeighbourOf(reading, below, 1))
        {
            reading.Blank(below);
        }
    }

    static bool IsPerson(EssayReading reading, int i)
    {
        var line = reading.Line(reading.Zone[i]);
        return reading.IsPupil(line) || line.Contains('@') || StartsWithName(line);
    }

    static void ReadRole(EssayReading reading, int i, ReadOnlySpan<char> line)
    {
        var isOpen = OpenPhrases.Is(line);
        if (line.EndsWith(':') && RoleLines.EndsWithRole(line))
        {
            reading.Blank(NeighbourOf(reading, i, 1));
        }

        if (isOpen || RoleLines.IsRoleAlone(line) || IsUnknownLabelAlone(line))
        {
            // Without a colon it may also stand below the name, as in a signature.
            var next = NeighbourOf(reading, i, 1);
            reading.Blank(next >= 0 || isOpen || line.EndsWith(':') ? next : NeighbourOf(reading, i, -1));
            reading.Blank(next >= 0 ? -1 : NameBelowGap(reading, i));
            if (line.EndsWith(':'))
            {
                reading.Blank(i);
            }
        }
        else if (IsOfOther(line))
        {
            reading.Blank(i);
            if (line[^1] is ',' or ';')
            {
                reading.Blank(NeighbourOf(reading, i, 1));
            }
        }
    }

    /// <summary>A label that nobody knows, alone on its line: it names a role that nobody knows.</summary>
    static bool IsUnknownLabelAlone(ReadOnlySpan<char> line) =>
        line.Length <= LongestLabel
        && line.EndsWith(':')
        && !line.ContainsAnyInRange('0', '9')
        && !LineKeywords.IsLabel(line)
        && !LineKeywords.IsInformation(line)
        && !SalutationLine.IsGreeting(line);

    /// <summary>The line right beside this one, or -1 when that is empty or says by itself what it is.</summary>
    static int NeighbourOf(EssayReading reading, int i, int step)
    {
        if (i + step < 0 || i + step >= reading.Zone.Count)
        {
            return -1;
        }

        var line = reading.Line(reading.Zone[i + step]);
        return line.IsEmpty || LineKeywords.IsLabel(line) || LineKeywords.IsInformation(line) || RoleLines.IsRoleAlone(line)
            ? -1
            : i + step;
    }

    /// <summary>The line below an empty one, if it holds a name.</summary>
    static int NameBelowGap(EssayReading reading, int i)
    {
        var below = i + 1 < reading.Zone.Count && reading.Line(reading.Zone[i + 1]).IsEmpty ? NeighbourOf(reading, i + 1, 1) : -1;
        return below >= 0 && IsPerson(reading, below) ? below : -1;
    }

    static bool IsOfOther(ReadOnlySpan<char> line)
    {
        if (RoleKeywords.Addressee.TryValue(line, ":=", out _))
        {
            return true;
        }

        var length = RoleKeywords.Other.Opening(line);
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
