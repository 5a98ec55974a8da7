using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>Reads one essay and decides it against the class.</summary>
sealed class EssayMatcher(MatchingThresholds thresholds, IReadOnlyList<IReadingStep> steps, NameMatcher names, EmailMatcher emails)
{
    public EssayMatcher(MatchingThresholds thresholds)
        : this(thresholds, ReadingSteps.InOrder, new NameMatcher(thresholds), new EmailMatcher(thresholds)) { }

    public EssayOutcome Match(EssayText essay, Roster roster)
    {
        var reading = Read(essay, roster);
        var inFileName = names.MatchFileName(reading.FileWords, roster);
        if (inFileName.Count > 0)
        {
            // Whoever is greeted is rarely the writer, whom the file name names.
            reading.Names.RemoveAll(name => name.Source == NameSource.Salutation);
        }

        ExtractedIdentifiers extracted = new(
            [.. reading.Names.Select(name => name.Text)],
            [.. reading.Emails.Select(email => email.Address.Text)]
        );
        var decision = new EssayDecision(Weigh(reading, inFileName, roster));
        return new EssayOutcome(essay.EssayId, decision, extracted, ReasonFor(extracted, roster), reading.SkippedSteps);
    }

    static NoMatchReason ReasonFor(ExtractedIdentifiers extracted, Roster roster) =>
        roster.IsEmpty ? NoMatchReason.EmptyRoster
        : extracted.Names.Count == 0 && extracted.Emails.Count == 0 ? NoMatchReason.NoIdentifier
        : NoMatchReason.NoCandidate;

    EssayReading Read(EssayText essay, Roster roster)
    {
        var reading = new EssayReading(essay, found => found.Emails.Exists(email => emails.Match(email, roster).Count > 0), roster);
        foreach (var step in steps)
        {
            try
            {
                step.Read(reading);
            }
            catch (Exception)
            {
                // One way of reading that fails leaves the others: the essay loses a clue, not its result.
                reading.SkippedSteps++;
            }
        }

        if (essay.ModelName is { } name)
        {
            reading.AddName(name, NameSource.Model);
        }

        return reading;
    }

    EssayCase Weigh(EssayReading reading, List<List<NameClaim>> inFileName, Roster roster)
    {
        EssayCase essay = new(thresholds) { HasSeveralAuthors = reading.HasSeveralAuthors };
        reading.Names.ForEach(name => essay.AddName(names.Match(name, roster), byModel: name.Source == NameSource.Model));
        reading.Emails.ForEach(email => essay.AddEmail(emails.Match(email, roster)));
        inFileName.ForEach(essay.AddFileName);
        essay.Rank();
        return essay;
    }
}
