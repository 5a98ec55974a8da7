namespace Phase1.Nlp.Matching;

/// <summary>Finds where a text begins to quote another mail: what stands there is that mail's, its sender included.</summary>
static class QuotedMail
{
    /// <summary>Lines of a quoted mail's head that may lie between its sender and the next thing that tells it is one.</summary>
    const int HeadLines = 4;

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
        "omdöme"
    );

    static readonly WordSet Verbs = new("wrote skrev skriver schrieb écrit escribió schreef kirjoitti writes");
    static readonly WordSet ReplyOpenings = new("on den am le el op il");
    static readonly WordSet ForwardMarks = new("fwd fw vb vidarebefordrat wg vs tr");

    /// <summary>The line of the header zone with which a quoted mail begins, or -1.</summary>
    public static int FirstLine(EssayReading reading)
    {
        var (plain, senders) = (0, 0);
        for (var i = 0; i < reading.Zone.Count; i++)
        {
            var line = reading.Line(reading.Zone[i]);
            if (line.IsEmpty)
            {
                continue;
            }

            if (IsDivider(line) || IsReply(line, i + 1 < reading.Zone.Count ? reading.Line(reading.Zone[i + 1]) : []))
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
            else if (!LineKeywords.IsLabel(line) && !LineKeywords.IsInformation(line) && !RoleKeywords.IsRole(line))
            {
                // A greeting or a sentence is no title: the letter has begun.
                plain += SalutationLine.IsGreeting(line) || line[^1] is '.' or '!' or ',' ? 2 : 1;
            }
        }

        return -1;
    }

    /// <summary>Where a quoted mail, or what somebody says about the text, begins below the header zone; else the end of the text.</summary>
    public static int StartBelowZone(EssayReading reading)
    {
        for (var start = reading.Zone[^1].End + 1; start < reading.Text.Length; )
        {
            var line = TextLines.At(reading.Text, start);
            var text = reading.Line(line);
            var next = line.End < reading.Text.Length ? reading.Line(TextLines.At(reading.Text, line.End + 1)) : [];
            if (IsDivider(text) || IsReply(text, next) || IsFeedback(text) || LineKeywords.Sender.TryValue(text, ":", out _))
            {
                return line.Start;
            }

            start = line.End + 1;
        }

        return reading.Text.Length;
    }

    static bool IsFeedback(ReadOnlySpan<char> line) =>
        Feedback.Opening(line) is > 0 and var length && line[length..].TrimStart(' ') is "" or ":";

    static bool IsDivider(ReadOnlySpan<char> line)
    {
        if (Openings.Opening(line) is > 0 and var length)
        {
            return line[length..].TrimStart(' ') is "" or ":";
        }

        if (!line.StartsWith("--"))
        {
            return false;
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

    /// <summary>"On 3 Feb 2026, Sten Bruse wrote:", which mail programs break into two lines.</summary>
    static bool IsReply(ReadOnlySpan<char> line, ReadOnlySpan<char> next)
    {
        if (line.EndsWith(':'))
        {
            return HasWord(line, Verbs) && (Opens(line, ReplyOpenings) ? HasDigit(line) : line.Contains('@'));
        }

        return next.EndsWith(':') && Opens(line, ReplyOpenings) && HasDigit(line) && (HasWord(next, Verbs) || HasWord(line, Verbs));
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
            var line = reading.Line(reading.Zone[i]);
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
