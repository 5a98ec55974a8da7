using Phase1.Events;
using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>The verdict on one essay by itself; the batch may still take its eligibility away.</summary>
sealed class EssayDecision
{
    const int MostTies = 10;

    readonly MatchingThresholds _thresholds;
    readonly IReadOnlyList<Candidate> _candidates;
    readonly List<string> _vetoes;

    public EssayDecision(EssayCase essay)
    {
        _thresholds = essay.Thresholds;
        _candidates = essay.Candidates;
        Ties = _candidates.TakeWhile(candidate => candidate.Confidence == _candidates[0].Confidence).Count();
        _vetoes = _candidates.Count == 0 ? [] : [.. Vetoes.InOrder.Where(veto => veto.Holds(essay)).Select(veto => veto.Code)];
    }

    /// <summary>How many candidates share the first place.</summary>
    public int Ties { get; }

    public decimal FirstConfidence => _candidates.Count == 0 ? 0 : _candidates[0].Confidence;

    /// <summary>The student who alone is first with a strong claim.</summary>
    public RosterEntry? Claimed => FirstConfidence >= _thresholds.Confidences.StrongClaim && Ties == 1 ? _candidates[0].Student : null;

    public bool IsEligible => FirstConfidence >= _thresholds.AutoConfirm && _vetoes.Count == 0 && _candidates[0].Best.MayConfirm;

    public MatchStatus Status =>
        IsEligible && FirstConfidence >= _thresholds.Preselect ? MatchStatus.HighConfidence
        : FirstConfidence >= _thresholds.Review ? MatchStatus.NeedsReview
        : MatchStatus.NoMatch;

    public void Forbid(string reason) => _vetoes.Add(reason);

    public IReadOnlyList<StudentSuggestion> Suggestions()
    {
        var ties = Ties;
        var count =
            Status == MatchStatus.HighConfidence
                ? 1
                : Math.Clamp(ties, _thresholds.MaxSuggestions, Math.Max(MostTies, _thresholds.MaxSuggestions));
        return
        [
            .. _candidates
                .Take(count)
                .Where(candidate => FirstConfidence < _thresholds.Review || candidate.Confidence >= _thresholds.Review)
                .Select((candidate, i) => Suggest(candidate, isFirst: i == 0, sharesFirstPlace: i < ties)),
        ];
    }

    StudentSuggestion Suggest(Candidate candidate, bool isFirst, bool sharesFirstPlace) =>
        new(
            candidate.Student.StudentId,
            candidate.Confidence,
            [.. candidate.Kinds.Select(kind => kind.Code()), .. sharesFirstPlace ? _vetoes : []],
            isFirst && IsEligible
        );
}
