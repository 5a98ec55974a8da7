namespace Phase1.Nlp.Matching;

/// <summary>Finds where a text begins to quote another mail: what stands there is that mail's, its sender included.</summary>
static class QuotedMail
{
    /// <summary>Lines of a quoted mail's head that may lie between its sender and the next thing that tells it is one.</summary>
    const int HeadLines = 4;

    /// <summary>What is longer is no heading.</summary>
    const int LongestHeading = 40;

    const int ShortestRule = 5;

    static readonly string[] Dividers =
    [
        "original message",
        "ursprungligt meddelande",
        "forwarded",
        "vidarebefordra",
        "ursprüngliche nachricht",
        "weitergeleitet",
        "message d'origine",
        "opprinnelig melding",
        "oprindelig meddelelse",
        "alkuperäinen viesti",
    ];

    static readonly Keywords Openings = new(
        "begin forwarded message",
        "start på vidarebefordrat meddelande",
        "början på vidarebefordrat brev",
        "forwarded message",
        "vidarebefordrat meddelande",
        "vidarebefordrat brev",
        "vidarebefordrat mejl",
        "ursprungligt meddelande",
        "original message"
    );

    static readonly Keywords Feedback = new(
        "teacher's comment",
        "teacher's comments",
        "teacher comments",
        "lärarens kommentar",
        "lärarens kommentarer",
        "lärarkommentar",
        "peer feedback",
        "peer review",
        "kamratrespons",
        "kamratbedömning",
        "feedback",
        "respons",
        "återkoppling",
        "omdöme",
        "kommentar",
        "kommentarer",
        "comment",
        "comments"
    );

    static readonly Keywords Sources = new(
        "källa",
        "källor",
        "muntliga källor",
        "muntlig källa",
        "källförteckning",
        "källhänvisningar",
        "referenser",
        "referenslista",
        "litteraturlista",
        "litteraturförteckning",
        "source",
        "sources",
        "references",
        "reference list",
        "works cited",
        "bibliography"
    );

    static readonly WordSet Verbs = new(
        "wrote skrev skriver schrieb écrit escribió schreef kirjoitti writes scritto escreveu pisze napisał napisała napsal написал написала"
    );
    static readonly WordSet ReplyOpenings = new("on den am le el op il");
    static readonly WordSet ForwardMarks = new("fwd fw vb vidarebefordrat wg vs tr");

    /// <summary>The line of the header zone with which a quoted mail begins, or -1.</summary>
    public static int FirstLine(EssayReading reading)
    {
        var (plain, senders) = (0, 0);
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            var line = WithoutMarks(reading.Line(reading.Zone[i]));
            if (line.IsEmpty)
            {
                // A rule across the page parts what stands above it from a mail below.
                plain += reading.Line(reading.Zone[i]).Length >= ShortestRule ? 2 : 0;
                continue;
            }

            if (
                IsDivider(reading, i)
                || IsReply(line, LineOf(reading, i + 1), LineOf(reading, i + 2))
                || (i > 0 && IsHeading(line, Sources))
            )
            {
                return i;
            }

            if (LineKeywords.Sender.TryValue(line, ":", out _))
            {
                // The writer's own head stands above everything but a title.
                if (senders++ > 0 || (plain > 1 && HasHead(reading, i)))
                {
                    return i;
                }

                if (plain > 1 || IsForwarded(reading, i))
                {
                    reading.Blank(i);
                }
            }
            else if (
                !line.ContainsAny(':', '=', '-')
                || (!LineKeywords.IsLabel(line) && !LineKeywords.IsInformation(line) && !RoleLines.IsRole(line))
            )
            {
                // A greeting or a sentence is no title: the letter has begun.
                plain += SalutationLine.IsGreeting(line) || line[^1] is '.' or '!' or ',' ? 2 : 1;
            }
        }

        return -1;
    }

    /// <summary>A line that is quoted by a mark at its beginning, or that speaks to somebody ("@Tove"). A row of a table ends as it begins.</summary>
    public static bool IsQuoted(ReadOnlySpan<char> line) =>
        line.StartsWith('>')
        || line.StartsWith("->")
        || line.StartsWith("=>")
        || line.StartsWith('→')
        || line.StartsWith('@')
        || line.StartsWith("\" ")
        || (line.StartsWith('|') && !line.EndsWith('|'));

    /// <summary>Where a quoted mail, sources, or what somebody says about the text, begin below the header zone; else the end of the text.</summary>
    public static int StartBelowZone(EssayReading reading)
    {
        for (var start = reading.Zone[^1].End + 1; start < reading.Text.Length; )
        {
            var line = TextLines.At(reading.Text, start);
            var text = WithoutMarks(reading.Line(line));
            var next = Below(reading, line);
            if (
                IsDivider(reading, reading.Line(line))
                || IsReply(text, reading.Line(next), reading.Line(Below(reading, next)))
                || IsHeading(text, Sources)
                || IsFeedback(text)
                || LineKeywords.Sender.TryValue(text, ":", out _)
            )
            {
                return line.Start;
            }

            start = line.End + 1;
        }

        return reading.Text.Length;
    }

    static TextLine Below(EssayReading reading, TextLine line) =>
        line.End < reading.Text.Length ? TextLines.At(reading.Text, line.End + 1) : new TextLine(reading.Text.Length, reading.Text.Length);

    static ReadOnlySpan<char> LineOf(EssayReading reading, int zoneLine) =>
        zoneLine < reading.Zone.Count ? reading.Line(reading.Zone[zoneLine]) : [];

    /// <summary>Bullets and the marks of bold type: "*From:* Tove".</summary>
    static ReadOnlySpan<char> WithoutMarks(ReadOnlySpan<char> line) => line.TrimStart("*_•· ");

    /// <summary>"Kamratrespons 1", "Lärarens kommentarer och betyg": a heading, no sentence.</summary>
    static bool IsFeedback(ReadOnlySpan<char> line) =>
        Feedback.Opening(line) > 0 && line.Length <= LongestHeading && line.IndexOfAny(".,;!?") < 0;

    static bool IsHeading(ReadOnlySpan<char> line, Keywords headings) =>
        headings.Opening(line) is > 0 and var length && line[length..].TrimStart(' ') is "" or ":";

    static bool IsDivider(EssayReading reading, int zoneLine) => IsDivider(reading, reading.Line(reading.Zone[zoneLine]));

    static bool IsDivider(EssayReading reading, ReadOnlySpan<char> line)
    {
        if (IsHeading(line, Openings))
        {
            return true;
        }

        if (!line.StartsWith("--"))
        {
            return false;
        }

        var said = Segment.Trim(line);
        if (line.EndsWith("--") && !said.IsEmpty)
        {
            // Whatever it says, and in whatever language.
            return !reading.IsStudent(said);
        }

        foreach (var divider in Dividers)
        {
            if (line.Contains(divider, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// "On 3 Feb 2026, Sten Bruse wrote:", which mail programs break into two or three lines. A line with an address that ends so says it in any
    /// language.
    /// </summary>
    static bool IsReply(ReadOnlySpan<char> line, ReadOnlySpan<char> next, ReadOnlySpan<char> third)
    {
        if (line.EndsWith(':'))
        {
            return line.Contains('@') || (HasWord(line, Verbs) && HasDigit(line));
        }

        return Opens(line, ReplyOpenings)
            && HasDigit(line)
            && (Closes(next) || Closes(third) || (next.EndsWith(':') && HasWord(line, Verbs)));

        static bool Closes(ReadOnlySpan<char> line) => line.EndsWith(':') && (HasWord(line, Verbs) || line.Contains('@'));
    }

    static bool HasDigit(ReadOnlySpan<char> line) => line.ContainsAnyInRange('0', '9');

    static bool Opens(ReadOnlySpan<char> line, WordSet words) =>
        words.Contains(line[..(line.IndexOf(' ') is >= 0 and var end ? end : line.Length)]);

    static bool HasWord(ReadOnlySpan<char> line, WordSet words)
    {
        foreach (var atom in LineAtom.Of(line))
        {
            if (words.Contains(line[atom.Start..atom.End]))
            {
                return true;
            }
        }

        return false;
    }

    static bool HasHead(EssayReading reading, int sender)
    {
        for (var i = sender + 1; i < reading.Zone.Count && i <= sender + HeadLines; i++)
        {
            var line = WithoutMarks(reading.Line(reading.Zone[i]));
            if (RoleKeywords.Addressee.TryValue(line, ":", out _) || LineKeywords.MailHead.TryValue(line, ":", out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who passes a mail on need not have written what is in it.</summary>
    static bool IsForwarded(EssayReading reading, int sender)
    {
        for (var i = Math.Max(0, sender - HeadLines); i < reading.Zone.Count && i <= sender + HeadLines; i++)
        {
            if (
                LineKeywords.MailHead.TryValue(reading.Line(reading.Zone[i]), ":", out var subject)
                && subject.IndexOf(':') is > 0 and var colon
                && ForwardMarks.Contains(subject[..colon].Trim(' '))
            )
            {
                return true;
            }
        }

        return false;
    }
}
