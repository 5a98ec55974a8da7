namespace Phase1.ModelGateway.Budgets;

/// <summary>How long a budget's limit holds before it begins anew.</summary>
enum PeriodKind
{
    /// <summary>One call: the limit is compared with the call alone, and nothing is stored of it.</summary>
    Request,
    Day,
    Month,
    Year,

    /// <summary>One period without an end.</summary>
    All,
}

/// <summary>A day, month or year in the zone of a workspace.</summary>
/// <param name="Key">The local date, as in <c>2026-03-29</c>, <c>2026-03</c> or <c>2026</c>; or <c>all</c>.</param>
/// <param name="StartsAt">The instant at which it begins.</param>
/// <param name="EndsAt">The instant at which the next one begins; null for the one without an end.</param>
sealed record Period(string Key, DateTimeOffset StartsAt, DateTimeOffset? EndsAt)
{
    internal bool Contains(DateTimeOffset instant) => StartsAt <= instant && (EndsAt is null || instant < EndsAt);
}
