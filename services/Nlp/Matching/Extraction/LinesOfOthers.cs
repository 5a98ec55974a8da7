namespace Phase1.Nlp.Matching;

/// <summary>
/// Blanks what names somebody else than the writer, addresses included, so that no later step can take a teacher, a reviewer or the person a
/// letter goes to for a student: lines with such a role, and everything that is quoted from another mail.
/// </summary>
sealed class LinesOfOthers : IReadingStep
{
    /// <summary>What is longer before a colon is a sentence.</summary>
    const int LongestLabel = 40;

    static readonly WordSet Ands = new("och and samt");

    public void Read(EssayReading reading)
    {
        var quoted = QuotedMail.FirstLine(reading);
        StackedLabels.Blank(reading, (_, i) => IsOthersAlone(reading.Line(reading.Zone[i])));
        Addressees.Blank(reading);
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
            else if (!reading.IsStudent(line) && !StudentBesideCodes.IsOn(reading, line))
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
        for (var below = NeighbourOf(reading, i, 1); below >= 0 && People.IsOn(reading, below); below = NeighbourOf(reading, below, 1))
        {
            reading.Blank(below);
        }
    }

    static void ReadRole(EssayReading reading, int i, ReadOnlySpan<char> line)
    {
        var isOpen = OpenPhrases.Is(line);
        if (line.EndsWith(':') && RoleLines.EndsWithRole(line))
        {
            reading.Blank(NeighbourOf(reading, i, 1));
        }

        if (isOpen || IsOthersAlone(line))
        {
            // Without a colon it may also stand below the name, as in a signature.
            var next = NeighbourOf(reading, i, 1);
            reading.Blank(next >= 0 || isOpen || line.EndsWith(':') ? next : NeighbourOf(reading, i, -1));
            reading.Blank(next >= 0 ? -1 : NameBelowGap(reading, i));
            if (next >= 0 && IsPlural(line))
            {
                BlankPeopleBelow(reading, next);
            }

            if (line.EndsWith(':'))
            {
                reading.Blank(i);
            }
        }
        else if (IsOfOther(line))
        {
            reading.Blank(i);
            BlankRestOfList(reading, i, line);
        }
    }

    static bool IsOthersAlone(ReadOnlySpan<char> line) => RoleLines.IsRoleAlone(line) || IsUnknownLabelAlone(line);

    /// <summary>"Reviewers:", "Gruppmedlemmar:"; a known role that ends in "er" is one person: "Reviewer:".</summary>
    static bool IsPlural(ReadOnlySpan<char> line) =>
        line.EndsWith(':')
        && line.TrimEnd(" :") is var label
        && (
            label.EndsWith('s') || (!RoleLines.IsRoleAlone(line) && (label.EndsWith("er") || label.EndsWith("ar") || label.EndsWith("or")))
        );

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

    /// <summary>A list goes on below a comma or an "and" at the end of its line, or with an "and" at the beginning of the next.</summary>
    static void BlankRestOfList(EssayReading reading, int i, ReadOnlySpan<char> line)
    {
        while (i >= 0)
        {
            var next = NeighbourOf(reading, i, 1);
            var goesOn = next >= 0 && (EndsOpen(line) || StartsWithAnd(reading.Line(reading.Zone[next])));
            line = goesOn ? reading.Line(reading.Zone[next]) : [];
            i = goesOn ? next : -1;
            reading.Blank(i);
        }
    }

    static bool EndsOpen(ReadOnlySpan<char> line) =>
        line[^1] is ',' or ';' or '&' or '+' or '/' || Ands.Contains(line[(line.LastIndexOf(' ') + 1)..]);

    static bool StartsWithAnd(ReadOnlySpan<char> line) =>
        line[0] is '&' or '+' || (line.IndexOf(' ') is > 0 and var end && Ands.Contains(line[..end]));

    /// <summary>The first line below empty ones, rules, codes and information, if it holds a person.</summary>
    static int NameBelowGap(EssayReading reading, int i)
    {
        for (var below = i + 1; below < reading.Zone.Count; below++)
        {
            var line = reading.Line(reading.Zone[below]);
            if (!StudentBesideCodes.AreCodes(line) && !LineKeywords.IsInformation(line))
            {
                return NeighbourOf(reading, below - 1, 1) >= 0 && People.IsOn(reading, below) ? below : -1;
            }
        }

        return -1;
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
        return (!rest.IsEmpty && rest[0] is ':' or '-' or '=') || People.StartsWithName(rest);
    }
}
