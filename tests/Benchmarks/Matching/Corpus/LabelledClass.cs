using Phase1.Nlp.Matching;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>An essay with the truth about it; without a writer nobody may be confirmed.</summary>
sealed record LabelledEssay(EssayText Essay, string? Writer, EvidenceClass Class, string Layout);

/// <summary>A class with its roster and one batch of essays.</summary>
sealed record LabelledClass(IReadOnlyList<RosterStudent> Roster, IReadOnlyList<LabelledEssay> Essays);
