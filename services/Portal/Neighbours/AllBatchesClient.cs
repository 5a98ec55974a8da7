using Phase1.Events;

namespace Phase1.Portal.Neighbours;

/// <summary>The batches of all teachers as an operator sees them, of BOS: without a name, a text or a file name.</summary>
sealed class AllBatchesClient(HttpClient http)
{
    /// <summary>Those that have been longest in their status first.</summary>
    internal Task<ListDocument<OperatorBatchDocument>> ListAsync(string query, CancellationToken cancellationToken) =>
        http.AskAsync<ListDocument<OperatorBatchDocument>>($"internal/v1/batches?limit=50{query}", cancellationToken);

    internal Task<OperatorExplanationDocument> ExplainAsync(Guid batchId, CancellationToken cancellationToken) =>
        http.AskAsync<OperatorExplanationDocument>($"internal/v1/batches/{batchId}", cancellationToken);

    internal Task<IReadOnlyList<StepDocument>> HistoryAsync(Guid batchId, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<StepDocument>>($"internal/v1/batches/{batchId}/history", cancellationToken);

    internal Task<IReadOnlyList<ParkedFactDocument>> ParkedAsync(Guid batchId, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<ParkedFactDocument>>($"internal/v1/batches/{batchId}/parked-facts", cancellationToken);

    internal Task<IReadOnlyList<FactDocument>> FactsAsync(Guid batchId, CancellationToken cancellationToken) =>
        AllAsync($"internal/v1/batches/{batchId}/timeline", cancellationToken);

    internal Task<IReadOnlyList<FactDocument>> ChainAsync(Guid correlationId, CancellationToken cancellationToken) =>
        AllAsync($"internal/v1/chains/{correlationId}", cancellationToken);

    async Task<IReadOnlyList<FactDocument>> AllAsync(string address, CancellationToken cancellationToken)
    {
        var (facts, cursor) = (new List<FactDocument>(), "");
        do
        {
            var page = await http.AskAsync<ListDocument<FactDocument>>($"{address}?limit=200{cursor}", cancellationToken);
            facts.AddRange(page.Items);
            cursor = page.NextCursor is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        } while (cursor.Length > 0);
        return facts;
    }
}

/// <summary>A batch in the operator's list.</summary>
public sealed record OperatorBatchDocument(
    Guid BatchId,
    string UserId,
    BatchStatus Status,
    BatchKind ClassType,
    DateTimeOffset StatusSince,
    DateTimeOffset? StuckSince,
    Guid CorrelationId,
    string WaitsFor,
    string Explanation
);

/// <summary>Where a batch stands and why.</summary>
public sealed record OperatorExplanationDocument(
    Guid BatchId,
    BatchStatus Status,
    string WaitsFor,
    DateTimeOffset? Deadline,
    string Explanation,
    OperatorDetailsDocument Details,
    IReadOnlyList<string> Unavailable
);

/// <summary>What else is known of it.</summary>
public sealed record OperatorDetailsDocument(
    BatchKind ClassType,
    DateTimeOffset StatusSince,
    DateTimeOffset? StuckSince,
    int Version,
    Guid CorrelationId,
    DateTimeOffset CreatedAt
);

/// <summary>A step of a batch's history.</summary>
public sealed record StepDocument(
    int Seq,
    BatchStatus? From,
    BatchStatus To,
    string Trigger,
    Guid? EventId,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    bool Replayed,
    SnapshotDocument? Snapshot
);

/// <summary>The batch as a step left it.</summary>
public sealed record SnapshotDocument(
    int? Provisioned,
    int? Failed,
    int Stored,
    int Decided,
    int Excluded,
    IReadOnlyList<string> Parked,
    int Version,
    SnapshotRunDocument? Run
);

/// <summary>A pipeline run in a snapshot.</summary>
public sealed record SnapshotRunDocument(string Pipeline, string? Phase);

/// <summary>A fact that came before the status in which it counts.</summary>
public sealed record ParkedFactDocument(Guid EventId, string Kind, DateTimeOffset ParkedAt);

/// <summary>A fact, whichever service told it.</summary>
public sealed record FactDocument(
    Guid EventId,
    string Topic,
    string SourceService,
    DateTimeOffset OccurredAt,
    Guid CorrelationId,
    Guid? CausationId,
    string? Outcome,
    IReadOnlyList<BatchStatus> LedTo
);
