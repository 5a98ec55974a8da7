using MassTransit;

namespace Phase1.Messaging.Sagas;

/// <summary>A saga in a unit of work: as it is, as it was before the current message, and as it was when that message's record began.</summary>
sealed class TrackedSaga<TSaga>
    where TSaga : class, ISaga, ISagaVersion
{
    TSaga? _marked;
    bool _markedChanged;
    bool _markedDeleted;

    TrackedSaga(TSaga saga, bool isNew)
    {
        Current = saga;
        IsNew = isNew;
        ReadVersion = saga.Version;
        Before = isNew ? null : SagaTable<TSaga>.Copy(saga);
        _marked = Before;
    }

    public TSaga Current { get; private set; }

    public TSaga? Before { get; set; }

    public int ReadVersion { get; }

    public bool IsNew { get; }

    public bool Changed { get; set; }

    public bool Deleted { get; set; }

    public static TrackedSaga<TSaga> Loaded(TSaga saga) => new(saga, isNew: false);

    public static TrackedSaga<TSaga> New(TSaga saga) => new(saga, isNew: true);

    /// <summary>What has happened so far stays, whatever becomes of the next record.</summary>
    public void Mark()
    {
        // A new saga's first message is part of its insertion: from here on its changes count.
        Settle();
        _marked = Before;
        _markedChanged = Changed;
        _markedDeleted = Deleted;
    }

    public void Settle() => Before ??= SagaTable<TSaga>.Copy(Current);

    /// <summary>A saga that ended earlier in this transaction begins again; its version goes on.</summary>
    public void Revive(TSaga saga)
    {
        saga.Version = Current.Version + 1;
        (Current, Before) = (saga, SagaTable<TSaga>.Copy(saga));
        (Changed, Deleted) = (true, false);
    }

    /// <summary>Back to the last mark; false when the saga did not exist then.</summary>
    public bool Undo()
    {
        if (_marked is null)
        {
            return false;
        }
        Current = SagaTable<TSaga>.Copy(_marked);
        Before = _marked;
        Changed = _markedChanged;
        Deleted = _markedDeleted;
        return true;
    }
}
