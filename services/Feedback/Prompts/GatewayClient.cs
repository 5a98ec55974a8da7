using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Masking;
using Phase1.Feedback.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Prompts;

/// <summary>The door to language models.</summary>
sealed class GatewayClient(HttpClient http)
{
    const int DeadlineMs = 120_000;
    const int MostTokens = 1000;

    /// <summary>From here on an essay is a long one, for which a school may have another model.</summary>
    const int LongFrom = 12_000;

    /// <summary>Longer than the gateway takes.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(DeadlineMs + 10_000);

    /// <summary>Asks for feedback on an essay.</summary>
    /// <param name="requestId">The same call twice is one charge.</param>
    /// <param name="run">On whose behalf, and in which course.</param>
    /// <param name="essayId">The essay.</param>
    /// <param name="text">Without names.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<CallResult> AskAsync(
        Guid requestId,
        FeedbackRun run,
        Guid essayId,
        MaskedText text,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/llm/completions")
        {
            Content = JsonContent.Create(QuestionOf(requestId, run, essayId, text.Text), options: Phase1Json.Options),
        };
        request.WithCause(run.Cause).WithRefusals();
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            return await ReadAsync(response, cancellationToken);
        }
        catch (Exception error) when (error is ServiceUnavailableException or JsonException)
        {
            return new Unavailable();
        }
    }

    static Question QuestionOf(Guid requestId, FeedbackRun run, Guid essayId, string text) =>
        new(
            requestId,
            text.Length >= LongFrom ? "long_essay" : "essay_feedback",
            [new("system", FeedbackPrompt.Instruction(run.CourseCode!.Value, run.Language!.Value)), new("user", text)],
            MostTokens,
            DeadlineMs,
            new("json_schema", FeedbackPrompt.Schema),
            new(run.BatchId, essayId, run.CourseCode)
        );

    static async Task<CallResult> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return await response.Content.ReadFromJsonAsync<Answer>(Phase1Json.Options, cancellationToken) is { } answer
                ? new Answered(answer.Content, answer.Model)
                : new Unavailable();
        }
        var problem = await response.Content.ReadFromJsonAsync<Problem>(Phase1Json.Options, cancellationToken);
        return (response.StatusCode, problem?.Code) switch
        {
            (HttpStatusCode.TooManyRequests, _) => new Refused(RefusalOf(problem?.Current)),
            (HttpStatusCode.ServiceUnavailable, _) when IsTooLong(problem?.Current) => new NotAccepted(EssayErrors.TextTooLong),
            (HttpStatusCode.ServiceUnavailable, _) => new Unavailable(),
            (HttpStatusCode.Conflict, "ALREADY_SETTLED") => new Lost(),
            // The same call is being made: its answer is asked for later.
            (HttpStatusCode.Conflict, _) => new Unavailable(),
            // Keys and identities are mended by people, for all essays at once.
            (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden, _) => new Unavailable(),
            _ => new NotAccepted(EssayErrors.NotAccepted),
        };
    }

    static Refusal RefusalOf(Failure? failure) =>
        new(failure?.Error == "quota_exceeded" ? ParkReason.QuotaExceeded : ParkReason.BudgetExceeded, failure?.BudgetId, failure?.ResetAt);

    // Nobody was asked because this essay is beyond what a model can read; a shorter one would be taken.
    static bool IsTooLong(Failure? failure) =>
        failure?.Routing is { Attempts.Count: 0 } routing && routing.Skipped.Any(skipped => skipped.Reason == "context_too_small");

    sealed record Question(
        Guid RequestId,
        string TaskType,
        IReadOnlyList<Turn> Messages,
        int MaxOutputTokens,
        int DeadlineMs,
        Format ResponseFormat,
        Matter Context
    );

    sealed record Turn(string Role, string Content);

    sealed record Format(string Type, JsonElement Schema);

    sealed record Matter(Guid BatchId, Guid EssayId, CourseCode? CourseCode);

    sealed record Answer(string Content, string Model);

    sealed record Problem(string? Code = null, Failure? Current = null);

    sealed record Failure(string? Error = null, Guid? BudgetId = null, DateTimeOffset? ResetAt = null, Routing? Routing = null);

    sealed record Routing(IReadOnlyList<Skip> Skipped, IReadOnlyList<JsonElement> Attempts);

    sealed record Skip(string Model, string Reason);
}
