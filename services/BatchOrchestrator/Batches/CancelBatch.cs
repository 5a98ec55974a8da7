namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The owner calls the batch off.</summary>
sealed record CancelBatch(Guid BatchId, string? Reason);
