using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The teacher's batches, of BOS.</summary>
sealed class BatchesClient(HttpClient http)
{
    /// <summary>The newest first.</summary>
    internal Task<ListDocument<BatchDocument>> ListAsync(string? cursor, CancellationToken cancellationToken) =>
        http.AskAsync<ListDocument<BatchDocument>>(
            cursor is null ? "v1/batches" : $"v1/batches?cursor={Uri.EscapeDataString(cursor)}",
            cancellationToken
        );

    internal Task<ExplanationDocument> ExplainAsync(Guid batchId, CancellationToken cancellationToken) =>
        http.AskAsync<ExplanationDocument>($"v1/batches/{batchId}", cancellationToken);

    /// <param name="key">The same for the same form: a form that is sent twice makes one batch.</param>
    /// <param name="classId">Null for a batch without a class.</param>
    /// <param name="course">The class's, or one that the teacher has chosen.</param>
    /// <param name="essays">How many are expected.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<Guid> RegisterAsync(string key, Guid? classId, CourseCode course, int essays, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("v1/batches/register", UriKind.Relative))
        {
            Content = JsonContent.Create(new Registration(essays, WireEnum.Name(course), classId), options: Phase1Json.Options),
        };
        request.Headers.Add(HeaderNames.IdempotencyKey, key);
        using var answer = await http.SendAsync(request, cancellationToken);
        return (await answer.ReadAsync<Registered>(cancellationToken)).BatchId;
    }

    internal async Task CancelAsync(Guid batchId, string? reason, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri($"v1/batches/{batchId}/cancel", UriKind.Relative),
            new Cancellation(reason),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    sealed record Registration(int ExpectedEssayCount, string CourseCode, Guid? ClassId);

    sealed record Registered(Guid BatchId);

    sealed record Cancellation(string? Reason);
}
