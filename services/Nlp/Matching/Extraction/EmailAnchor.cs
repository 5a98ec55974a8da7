namespace Phase1.Nlp.Matching;

/// <summary>Runs of capitalised words close to an address, when labels and header lines gave no name.</summary>
sealed class EmailAnchor : IReadingStep
{
    const int Reach = 50;
    const int FewestWords = 2;
    const int MostWords = 5;

    public void Read(EssayReading reading)
    {
        if (reading.Names.Count > 0)
        {
            return;
        }

        // Prose in the body names many people beside an address.
        foreach (var email in reading.Emails.Where(email => email.MayConfirm))
        {
            var line = TextLines.At(reading.Text, email.Start);
            ReadRuns(reading, line, email);
            if (line.Start > 0)
            {
                ReadNeighbour(reading, TextLines.At(reading.Text, line.Start - 1), email);
            }

            if (line.End < reading.Text.Length)
            {
                ReadNeighbour(reading, TextLines.At(reading.Text, line.End + 1), email);
            }
        }
    }

    static void ReadNeighbour(EssayReading reading, TextLine line, FoundEmail email)
    {
        if (!reading.IsBlanked(line.Start) && !reading.Line(line).Contains(':'))
        {
            ReadRuns(reading, line, email);
        }
    }

    static void ReadRuns(EssayReading reading, TextLine line, FoundEmail email)
    {
        var start = Math.Max(line.Start, email.Start - Reach - NameShape.Unlabelled.MostCharacters);
        var end = Math.Min(line.End, email.End + Reach + NameShape.Unlabelled.MostCharacters);
        if (start >= end)
        {
            return;
        }

        var window = AddressEraser.Erase(reading.Text.AsSpan(start, end - start));
        foreach (var run in CapitalisedRuns.Of(window))
        {
            var (runStart, runEnd) = (start + run.Start, start + run.End);
            var gap = runEnd <= email.Start ? email.Start - runEnd : runStart - email.End;
            if (AddressRole.StandsBehindRole(window, window[..run.Start]))
            {
                continue;
            }

            if (gap <= Reach && run.Words is >= FewestWords and <= MostWords)
            {
                reading.AddName(window[run.Start..run.End].ToString(), NameSource.NearEmail);
            }
        }
    }
}
