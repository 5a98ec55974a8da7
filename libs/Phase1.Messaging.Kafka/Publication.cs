using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>What client and brokers have said to each record of a publication.</summary>
sealed class Publication(int records)
{
    readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Lock _gate = new();
    readonly List<RefusedRecord> _refused = [];
    int _missing = records;
    Error? _failure;

    /// <summary>Completes with the last report.</summary>
    public Task Complete => _complete.Task;

    /// <summary>A broker refused something: of the records around it nothing is known.</summary>
    public bool IsSpoilt { get; private set; }

    /// <summary>The records that the log will never take.</summary>
    /// <exception cref="KafkaException">At least one record has no acknowledgement.</exception>
    public IReadOnlyList<RefusedRecord> Refused => _failure is null ? _refused : throw new KafkaException(_failure);

    /// <summary>The client did not even take it.</summary>
    public void Refuse(int index, string reason)
    {
        lock (_gate)
        {
            _refused.Add(new(index, reason));
            Count();
        }
    }

    public void Report(int index, Error error)
    {
        lock (_gate)
        {
            if (KafkaFaults.RefusalOf(error.Code) is { } reason)
            {
                _refused.Add(new(index, reason));
                IsSpoilt = true;
            }
            else if (error.IsError)
            {
                _failure ??= error;
            }
            Count();
        }
    }

    void Count()
    {
        if (--_missing == 0)
        {
            _complete.TrySetResult();
        }
    }
}
