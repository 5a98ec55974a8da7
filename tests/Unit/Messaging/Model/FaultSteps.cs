namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>What may go wrong between any two steps: SIGKILL, a session that is cut, a worker that is taken for dead and is only slow.</summary>
sealed class FaultSteps(int records, int workers)
{
    internal IEnumerable<(string, Action<ModelState>)> Failing(ModelState state) =>
        Enumerable
            .Range(0, records)
            .SelectMany(record => OfWriter(state, record))
            .Concat(Enumerable.Range(0, ModelState.Relays).SelectMany(relay => OfRelay(state, relay)))
            .Concat(Enumerable.Range(0, workers).SelectMany(worker => OfWorker(state, worker)));

    static IEnumerable<(string, Action<ModelState>)> OfWriter(ModelState state, int record)
    {
        if (state.Outbox[record] == Row.Uncommitted)
        {
            yield return ($"the writer of {record} dies", next => next.Withdraw(record));
        }
    }

    static IEnumerable<(string, Action<ModelState>)> OfRelay(ModelState state, int relay)
    {
        if (state.LockHolder == relay)
        {
            yield return ($"the session of relay {relay} is cut", next => next.LockHolder = ModelState.Nobody);
        }
        if (state.RelayOf[relay].Taken != 0)
        {
            yield return (
                $"relay {relay} dies",
                next =>
                {
                    next.RelayOf[relay] = default;
                    next.LockHolder = next.LockHolder == relay ? ModelState.Nobody : next.LockHolder;
                }
            );
        }
    }

    static IEnumerable<(string, Action<ModelState>)> OfWorker(ModelState state, int worker)
    {
        if (state.WorkerOf[worker] != default || state.Owner == worker)
        {
            yield return (
                $"worker {worker} dies",
                next =>
                {
                    next.WorkerOf[worker] = default;
                    next.Owner = next.Owner == worker ? ModelState.Nobody : next.Owner;
                }
            );
        }
        if (state.Owner != ModelState.Nobody && state.Owner != worker)
        {
            yield return ($"the partition goes to worker {worker}", next => next.GiveTo(worker));
        }
    }
}
