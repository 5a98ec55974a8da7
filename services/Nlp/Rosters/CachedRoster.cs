using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Rosters;

/// <summary>A roster and the tag under which the class service knows it.</summary>
sealed record CachedRoster(string Tag, IReadOnlyList<RosterStudent> Students);
