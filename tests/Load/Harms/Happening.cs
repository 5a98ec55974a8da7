namespace Phase1.Load.Harms;

/// <summary>A harm that is over.</summary>
/// <param name="Harm">What it was.</param>
/// <param name="Began">When it began.</param>
/// <param name="Over">When what it took away was back; a process that was killed is missed from the kill on, by the other that takes over.</param>
sealed record Happening(IHarm Harm, DateTimeOffset Began, DateTimeOffset Over);
