using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;

namespace Phase1.Messaging;

/// <summary>Dead letters of facts that a service had taken in and kept waiting in a table of its own.</summary>
public static class GivenUpFacts
{
    // No place on the log any more: the record had been dealt with when it was parked.
    const string Insert = """
        insert into dead_letters (id, consumer, topic, partition, log_offset, record_key, event_id, batch_id, correlation_id, body,
                                  reason_code, reason, attempts, first_failed_at, last_failed_at, state)
        values ($1, $2, $3, 0, -1, $4, $5, $6, $7, $8, $9, $10, 1, $11, $12, 'open')
        """;

    // As for every refused record: a repetition is a duplicate, and a redrive finds what it has to forget.
    const string Refuse = "update inbox set outcome = 'contract_violation' where consumer = $1 and event_id = $2";

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
        var batchId = Guid.TryParse(header.Metadata?.GetValueOrDefault(EventMetadata.BatchId), out var id) ? (object)id : DBNull.Value;
        var key = header.Metadata?.GetValueOrDefault(EventMetadata.PartitionKey) ?? "";
        await using var batch = new NpgsqlBatch(work.Connection, transaction)
        {
            BatchCommands =
            {
                new(Insert)
                {
                    Parameters =
                    {
                        new() { Value = Guid.CreateVersion7(now) },
                        new() { Value = options.ServiceName },
                        new() { Value = options.TopicPrefix + header.EventType },
                        new() { Value = key },
                        new() { Value = header.EventId },
                        new() { Value = batchId, NpgsqlDbType = NpgsqlDbType.Uuid },
                        new() { Value = header.CorrelationId },
                        new() { Value = body },
                        new() { Value = reasonCode },
                        new() { Value = reason },
                        new() { Value = receivedAt },
                        new() { Value = now },
                    },
                },
                new(Refuse)
                {
                    Parameters =
                    {
                        new() { Value = options.ServiceName },
                        new() { Value = header.EventId },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
