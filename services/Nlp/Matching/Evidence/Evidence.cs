namespace Phase1.Nlp.Matching;

/// <summary>Doubts that a piece of evidence brings along.</summary>
[Flags]
enum Doubts
{
    None = 0,
    MiddleNameConflict = 1,
    DigitsDiffer = 2,
}

/// <summary>One reason to take a student for the writer.</summary>
readonly record struct Evidence(EvidenceKind Kind, decimal Confidence, bool MayConfirm, Doubts Doubts = Doubts.None)
{
    // Dividing by a one of full scale drops trailing zeros, so that 0.72 is written as 0.72.
    const decimal NoTrailingZeros = 1.0000000000000000000000000000m;

    /// <summary>What is computed has six decimals, half away from zero, so that borders are exact.</summary>
    public static decimal Round(decimal confidence) => Math.Round(confidence, 6, MidpointRounding.AwayFromZero) / NoTrailingZeros;

    /// <summary>More confident, then higher in the table, then confirmable and free of doubts.</summary>
    public bool IsBetterThan(Evidence? other)
    {
        if (other is not { } theirs || Confidence != theirs.Confidence)
        {
            return other is null || Confidence > other.Value.Confidence;
        }

        return Kind != theirs.Kind
            ? Kind < theirs.Kind
            : (MayConfirm && !theirs.MayConfirm) || (MayConfirm == theirs.MayConfirm && Doubts < theirs.Doubts);
    }
}
