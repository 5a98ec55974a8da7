namespace Phase1.Feedback.Masking;

/// <summary>Takes out of an essay what says who somebody is.</summary>
interface INameMask
{
    /// <summary>The essay as a model may see it.</summary>
    /// <param name="text">The whole text, header and all.</param>
    /// <param name="essayId">Whose author is <c>[ELEV]</c>.</param>
    /// <param name="names">Of all authors of the batch.</param>
    MaskedText Mask(string text, Guid essayId, ClassNames names);
}

/// <summary>An essay without names.</summary>
/// <param name="Text">Empty where nothing of it is prose.</param>
/// <param name="Placeholders">The students behind <c>[ELEV]</c> (the first; the empty id for nobody) and <c>[ELEV 1]</c> and so on.</param>
sealed record MaskedText(string Text, IReadOnlyList<Guid> Placeholders);
