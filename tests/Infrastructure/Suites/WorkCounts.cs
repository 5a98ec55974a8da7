namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>Work that does not depend on the machine's speed.</summary>
/// <param name="Statements">Without those that begin and end transactions.</param>
/// <param name="Commits">A statement outside a transaction is one.</param>
/// <param name="RoundTrips">Exchanges with the database.</param>
/// <param name="Requests">HTTP requests that were answered.</param>
public sealed record WorkCounts(double Statements, double Commits, double RoundTrips, double Requests)
{
    public static WorkCounts operator -(WorkCounts now, WorkCounts before) =>
        new(
            now.Statements - before.Statements,
            now.Commits - before.Commits,
            now.RoundTrips - before.RoundTrips,
            now.Requests - before.Requests
        );

    public static WorkCounts operator +(WorkCounts one, WorkCounts other) =>
        new(
            one.Statements + other.Statements,
            one.Commits + other.Commits,
            one.RoundTrips + other.RoundTrips,
            one.Requests + other.Requests
        );

    /// <summary>For each of so many.</summary>
    public WorkCounts Each(int count) =>
        new(
            Math.Round(Statements / count, 1),
            Math.Round(Commits / count, 1),
            Math.Round(RoundTrips / count, 1),
            Math.Round(Requests / count, 1)
        );
}
