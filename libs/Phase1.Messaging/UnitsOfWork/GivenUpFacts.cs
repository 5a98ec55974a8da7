using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging;

/// <summary>Dead letters of facts that a service had taken in and kept waiting in a table of its own.</summary>
public static class GivenUpFacts
{
    /// <summary>The reason code of a fact whose batch did not appear in time.</summary>
    public const string UnknownBatch = "UNKNOWN_BATCH";

    /// <summary>Dead-letters a waiting fact, in the unit of work that takes it off its waiting table. It can be redriven as any other.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="envelope">The fact's whole envelope as JSON text.</param>
    /// <param name="reasonCode">A stable code in capitals.</param>
    /// <param name="reason">For the operator; no personal data.</param>
    /// <param name="receivedAt">Since when it has waited.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">The unit of work has not begun.</exception>
    public static async Task GiveUpAsync(
        this UnitOfWork work,
        string envelope,
        string reasonCode,
        string reason,
        DateTimeOffset receivedAt,
        CancellationToken cancellationToken
    )
    {
        var transaction = work.Transaction ?? throw new InvalidOperationException("The unit of work has not begun.");
        var options = work.Services.GetRequiredService<MessagingOptions>();
        var now = work.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var body = Encoding.UTF8.GetBytes(envelope);
        var header = EnvelopeSerializer.ReadHeader(body);
        var topic = options.TopicPrefix + header.EventType;
        var letter = new DeadLetter
        {
            Id = Guid.CreateVersion7(now),
            Consumer = options.ServiceName,
            Origin = DeadLetterOrigin.Parked,
            Topic = topic,
            RecordKey = header.Metadata?.GetValueOrDefault(EventMetadata.PartitionKey) ?? "",
            EventId = header.EventId,
            BatchId = Guid.TryParse(header.Metadata?.GetValueOrDefault(EventMetadata.BatchId), out var batchId) ? batchId : null,
            CorrelationId = header.CorrelationId,
            Body = body,
            ReasonCode = reasonCode,
            Reason = reason,
            Attempts = 1,
            FirstFailedAt = receivedAt,
            LastFailedAt = now,
        };
        await using var batch = new NpgsqlBatch(work.Connection, transaction)
        {
            BatchCommands = { DeadLetterTable.ToInsert(letter), work.Services.GetRequiredService<InboxTable>().ToRemember(topic, header) },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
