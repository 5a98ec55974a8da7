using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>The verdict on one essay by itself; the batch may still take its eligibility away.</summary>
sealed class EssayDecision
{
    const int MostTies = 10;

    readonly MatchingThresholds thresholds;
    readonly IReadOnlyList<Candidate> candidates;
    readonly List<string> vetoes;

    public EssayDecision(EssayCase essay)
    {
        thresholds = essay.Thresholds;
        candidates = essay.Candidates;
        Ties = candidates.TakeWhile(candidate => candidate.Confidence == candidates[0].Confidence).Count();
        vetoes = candidates.Count == 0 ? [] : [.. Vetoes.InOrder.Where(veto => veto.Holds(essay)).Select(veto => veto.Code)];
    }

    /// <summary>How many candidates share the first place.</summary>
    public int Ties { get; }

    public decimal FirstConfidence => candidates.Count == 0 ? 0 : candidates[0].Confidence;

    /// <summary>The pupil who alone is first with a strong claim.</summary>
    public RosterEntry? Claimed => FirstConfidence >= thresholds.Confidences.StrongClaim && Ties == 1 ? candidates[0].Pupil : null;

    public bool IsEligible => FirstConfidence >= thresholds.AutoConfirm && vetoes.Count == 0 && candidates[0].Best.MayConfirm;

    public MatchStatus Status =>
        IsEligible && FirstConfidence >= thresholds.Preselect ? MatchStatus.HighConfidence
        : FirstConfidence >= thresholds.Review ? MatchStatus.NeedsReview
        : MatchStatus.NoMatch;

    public void Forbid(string reason) => vetoes.Add(reason);

    public IReadOnlyList<StudentSuggestion> Suggestions()
    {
        var ties = Ties;
        var count =
            Status == MatchStatus.HighConfidence
                ? 1
                : Math.Clamp(ties, thresholds.MaxSuggestions, Math.Max(MostTies, thresholds.MaxSuggestions));
        return
        [
            .. candidates
                .Take(count)
                .Where(candidate => FirstConfidence < thresholds.Review || candidate.Confidence >= thresholds.Review)
                .Select((candidate, i) => Suggest(candidate, isFirst: i == 0, sharesFirstPlace: i < ties)),
        ];
    }

    StudentSuggestion Suggest(Candidate candidate, bool isFirst, bool sharesFirstPlace) =>
        new(
            candidate.Pupil.StudentId,
            candidate.Confidence,
            [.. candidate.Kinds.Select(kind => kind.Code()), .. sharesFirstPlace ? vetoes : []],
            isFirst && IsEligible
        );
}
