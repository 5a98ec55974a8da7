using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>What the brokers have said to each record of a publication.</summary>
sealed class PublicationRound(int records)
{
    readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _gate = new();
    readonly List<RefusedRecord> _refused = [];
    int _missing = records;
    Error? _failure;

    public void Report(int index, Error error)
    {
        lock (_gate)
        {
            if (KafkaFaults.RefusalOf(error.Code) is { } reason)
            {
                _refused.Add(new(index, reason));
            }
            else if (error.IsError)
            {
                _failure = error;
            }
            if (--_missing == 0)
            {
                _complete.TrySetResult();
            }
        }
    }

    /// <summary>Waits for the last report.</summary>
    /// <returns>The records that the brokers will never take.</returns>
    /// <exception cref="KafkaException">At least one record has no acknowledgement.</exception>
    public async Task<IReadOnlyList<RefusedRecord>> EndAsync()
    {
        await _complete.Task;
        return _failure is null ? _refused : throw new KafkaException(_failure);
    }
}
