using Phase1.Load.Stories;

namespace Phase1.Load.Privacy;

/// <summary>The whole story, with the proof that the ticket of the erasure keeps.</summary>
/// <param name="Findings">What was to be seen, and what was.</param>
/// <param name="TicketId">The ticket of the erasure.</param>
/// <param name="Proof">What each service says.</param>
sealed record PrivacyResult(IReadOnlyList<StoryFinding> Findings, string TicketId, IReadOnlyList<ServiceProof> Proof)
    : StoryResult(Findings)
{
    internal override string ToText() =>
        string.Join('\n', [base.ToText(), $"what {TicketId} keeps as its proof:", .. Proof.Select(service => $"    {service.ToText()}")]);
}
