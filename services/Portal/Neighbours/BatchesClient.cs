using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The teacher's batches, of BOS.</summary>
sealed class BatchesClient(HttpClient http)
{
    /// <summary>Those of a class that wait for decisions.</summary>
    internal async Task<IReadOnlyList<BatchDocument>> AwaitingAsync(Guid classId, CancellationToken cancellationToken) =>
        (
            await http.AskAsync<ListDocument<BatchDocument>>(
                $"v1/batches?class_id={classId}&status={WireEnum.Name(BatchStatus.AwaitingStudentValidation)}",
                cancellationToken
            )
        ).Items;

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

    /// <summary>The pipelines that may be started.</summary>
    internal Task<IReadOnlyList<PipelineDocument>> PipelinesAsync(CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<PipelineDocument>>("v1/pipelines", cancellationToken);

    /// <param name="batchId">The batch.</param>
    /// <param name="pipeline">The name of one.</param>
    /// <param name="clientCorrelationId">The same for the same form: a form that is sent twice starts one run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task StartAsync(Guid batchId, string pipeline, Guid clientCorrelationId, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync(
            new Uri($"v1/batches/{batchId}/pipelines", UriKind.Relative),
            new Start(pipeline, clientCorrelationId),
            Phase1Json.Options,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    /// <summary>What has happened, the oldest first: all of it.</summary>
    internal async Task<IReadOnlyList<TimelineFactDocument>> TimelineAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var (facts, cursor) = (new List<TimelineFactDocument>(), "");
        do
        {
            var page = await http.AskAsync<ListDocument<TimelineFactDocument>>(
                $"v1/batches/{batchId}/timeline?limit=200{cursor}",
                cancellationToken
            );
            facts.AddRange(page.Items);
            cursor = page.NextCursor is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        } while (cursor.Length > 0);
        return facts;
    }

    sealed record Start(string RequestedPipeline, Guid ClientCorrelationId);

    sealed record Registration(int ExpectedEssayCount, string CourseCode, Guid? ClassId);

    sealed record Registered(Guid BatchId);

    sealed record Cancellation(string? Reason);
}
