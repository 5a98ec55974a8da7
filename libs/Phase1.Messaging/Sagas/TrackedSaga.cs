using MassTransit;

namespace Phase1.Messaging.Sagas;

/// <summary>A saga in a unit of work: as it is, and as it was before the current message.</summary>
sealed class TrackedSaga<TSaga>(TSaga saga, bool isNew)
    where TSaga : class, ISaga, ISagaVersion
{
    TSaga? _copy;

    /// <summary>As it was before the first message of the unit of work.</summary>
    public TSaga AsRead { get; } = SagaTable<TSaga>.Copy(saga);

    public TSaga Current { get; private set; } = saga;

    public int ReadVersion { get; } = saga.Version;

    public bool IsNew { get; } = isNew;

    public bool Changed { get; private set; }

    public bool Deleted { get; set; }

    /// <summary>A message is over: if it changed the saga, the version rises.</summary>
    public void Update(SagaTable<TSaga> table)
    {
        var before = _copy ?? AsRead;
        if (!table.Same(before, Current))
        {
            Become(Current, before.Version + 1);
        }
    }

    /// <summary>A saga that ended earlier in this transaction begins again; its version goes on.</summary>
    public void Revive(TSaga saga)
    {
        Become(saga, Current.Version + 1);
        Deleted = false;
    }

    void Become(TSaga saga, int version)
    {
        saga.Version = version;
        (Current, _copy, Changed) = (saga, SagaTable<TSaga>.Copy(saga), true);
    }
}
