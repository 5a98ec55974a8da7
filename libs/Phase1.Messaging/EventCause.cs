using Phase1.Events;

namespace Phase1.Messaging;

/// <summary>Why an event is recorded; copied into its envelope.</summary>
/// <param name="CorrelationId">The chain: that of the HTTP request or of the first record.</param>
/// <param name="CausationId">The event id of the record whose handling recorded the event; null at the head of a chain.</param>
/// <param name="UserId">The teacher on whose behalf it happens.</param>
/// <param name="OrgId">The teacher's organisation, if any.</param>
/// <param name="Trace">Where in a trace it happens; null for the current span.</param>
public sealed record EventCause(
    Guid CorrelationId,
    Guid? CausationId = null,
    string? UserId = null,
    string? OrgId = null,
    TraceContext? Trace = null
)
{
    /// <summary>What a record causes: its chain, teacher and trace, with the record itself as the cause.</summary>
    /// <param name="record">The record's envelope.</param>
    public static EventCause Of(EventEnvelope record) =>
        new(
            record.CorrelationId,
            record.EventId,
            record.Metadata?.GetValueOrDefault(EventMetadata.UserId),
            record.Metadata?.GetValueOrDefault(EventMetadata.OrgId),
            TraceContext.Read(
                record.Metadata?.GetValueOrDefault(EventMetadata.TraceParent),
                record.Metadata?.GetValueOrDefault(EventMetadata.TraceState)
            )
        );

    /// <summary>The envelope's metadata of an event with this cause that is recorded now.</summary>
    public IReadOnlyDictionary<string, string> ToMetadata()
    {
        var metadata = new MetadataDictionary();
        Add(EventMetadata.UserId, UserId);
        Add(EventMetadata.OrgId, OrgId);
        Add(EventMetadata.CausationId, CausationId?.ToString());
        var trace = TraceContext.Within(Trace);
        Add(EventMetadata.TraceParent, trace?.Parent);
        Add(EventMetadata.TraceState, trace?.State);
        return metadata;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                metadata[key] = value;
            }
        }
    }
}
