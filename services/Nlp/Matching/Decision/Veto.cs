namespace Phase1.Nlp.Matching;

/// <summary>A reason why the first candidate must not be confirmed by itself; its code is added to the match reasons.</summary>
abstract class Veto(string code)
{
    public const string DuplicateInBatch = "duplicate_in_batch";

    public string Code => code;

    public abstract bool Holds(EssayCase essay);
}

/// <summary>The vetoes in the order of the specification.</summary>
static class Vetoes
{
    public static readonly IReadOnlyList<Veto> InOrder =
    [
        new Namesake(),
        new CloseSecond(),
        new MultipleNames(),
        new NameEmailConflict(),
        new FileNameConflict(),
        new BodyEmail(),
        new DoubtfulEvidence("middle_name_conflict", Doubts.MiddleNameConflict),
        new DoubtfulEvidence("digits_differ", Doubts.DigitsDiffer),
    ];
}
