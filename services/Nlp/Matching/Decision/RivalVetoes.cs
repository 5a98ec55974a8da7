namespace Phase1.Nlp.Matching;

/// <summary>Another student has the same confidence.</summary>
sealed class Namesake() : Veto("namesake")
{
    public override bool Holds(EssayCase essay) =>
        essay.Candidates.Count > 1 && essay.Candidates[1].Confidence == essay.First.Confidence && !OwnAddress.Decides(essay);
}

/// <summary>The second candidate is less than the margin behind.</summary>
sealed class CloseSecond() : Veto("close_second")
{
    public override bool Holds(EssayCase essay) =>
        essay.Candidates.Count > 1
        && essay.First.Confidence - essay.Candidates[1].Confidence is > 0 and var lead
        && lead < essay.Thresholds.Margin
        && !OwnAddress.Decides(essay);
}

/// <summary>An exact address tells namesakes apart, unless the name speaks louder for somebody else.</summary>
static class OwnAddress
{
    public static bool Decides(EssayCase essay) =>
        essay.First.HasExactEmail
        && essay.Candidates.Skip(1).All(other => !other.HasExactEmail && other.NameConfidence <= essay.First.NameConfidence);
}
