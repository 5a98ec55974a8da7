namespace Phase1.Nlp.Matching;

/// <summary>One way of finding identifiers in an essay. A step that throws is skipped and counted.</summary>
interface IReadingStep
{
    void Read(EssayReading reading);
}

/// <summary>The steps in the order in which they read: later ones see what earlier ones found.</summary>
static class ReadingSteps
{
    public static readonly IReadOnlyList<IReadingStep> InOrder =
    [
        new LinesOfOthers(),
        new EmailExtractor(),
        new LabelReader(),
        new HeaderExtractor(),
        new EmailAnchor(),
        new EmailLocalParts(),
        new FileNameReader(),
        new Salutations(),
    ];
}
