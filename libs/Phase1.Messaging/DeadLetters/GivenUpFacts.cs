using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging;

/// <summary>Dead letters of facts that a service had taken in and kept waiting in a table of its own.</summary>
public static class GivenUpFacts
{
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
        await using var batch = new NpgsqlBatch(work.Connection, transaction)
        {
            BatchCommands =
            {
                DeadLetterStatements.ToInsert(
                    new DeadLetter
                    {
                        Id = Guid.CreateVersion7(now),
                        Consumer = options.ServiceName,
                        Topic = options.TopicPrefix + header.EventType,
                        // No place on the log any more: the record had been dealt with when it was parked.
                        Partition = 0,
                        LogOffset = -1,
                        RecordKey = header.Metadata?.GetValueOrDefault(EventMetadata.PartitionKey) ?? "",
                        EventId = header.EventId,
                        BatchId = Guid.TryParse(header.Metadata?.GetValueOrDefault(EventMetadata.BatchId), out var batchId)
                            ? batchId
                            : null,
                        CorrelationId = header.CorrelationId,
                        Body = body,
                        ReasonCode = reasonCode,
                        Reason = reason,
                        Attempts = 1,
                        FirstFailedAt = receivedAt,
                        LastFailedAt = now,
                        State = DeadLetterState.Open,
                    }
                ),
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
