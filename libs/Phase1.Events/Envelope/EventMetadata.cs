namespace Phase1.Events;

/// <summary>Keys of the envelope's metadata map.</summary>
public static class EventMetadata
{
    /// <summary>The record key.</summary>
    public const string PartitionKey = "partition_key";

    /// <summary>The batch, where the fact has one.</summary>
    public const string BatchId = "batch_id";

    /// <summary>The teacher on whose behalf the chain runs; handed on by every hop.</summary>
    public const string UserId = "user_id";

    /// <summary>The teacher's organisation; handed on by every hop.</summary>
    public const string OrgId = "org_id";

    /// <summary>The event id of the record that caused this one.</summary>
    public const string CausationId = "causation_id";

    /// <summary>W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>W3C trace state.</summary>
    public const string TraceState = "tracestate";

    // All of them.
    internal static readonly string[] Keys = [PartitionKey, BatchId, UserId, OrgId, CausationId, TraceParent, TraceState];
}
