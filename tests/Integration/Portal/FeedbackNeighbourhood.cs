using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Feedback on the batch of the neighbourhood: on one essay it is written, and the rest waits for money.</summary>
static class FeedbackNeighbourhood
{
    internal static void Open(FakeHttp others, DateTimeOffset until, string state = "parked", string? reason = "budget_exceeded") =>
        others.OnGet(
            $"/v1/batches/{Neighbourhood.BatchId}/feedback",
            new
            {
                RunId = Neighbourhood.BatchId,
                State = state,
                ParkedReason = reason,
                ParkedUntil = reason is null ? (DateTimeOffset?)null : until,
                Counts = new
                {
                    Total = 3,
                    Pending = 1,
                    Done = 1,
                    Failed = 1,
                },
                Essays = new object[]
                {
                    Essay(Neighbourhood.BatchId, "done", Written(), null),
                    Essay(TicketNeighbourhood.StudentId(2), "pending", null, null),
                    Essay(TicketNeighbourhood.StudentId(3), "failed", null, "TEXT_TOO_LONG"),
                },
            }
        );

    static object Essay(Guid id, string state, object? feedback, string? error) =>
        new
        {
            EssayId = id,
            State = state,
            Feedback = feedback,
            ErrorCode = error,
        };

    static object Written() =>
        new
        {
            Summary = $"It tells {Neighbourhood.Markup}",
            Strengths = new[] { "Lively." },
            Improvements = new[] { "Say when." },
            LanguagePoints = new[]
            {
                new
                {
                    Kind = "grammar",
                    Quote = "he go",
                    Suggestion = "he goes",
                },
            },
            NextStep = "Read it aloud.",
        };
}
