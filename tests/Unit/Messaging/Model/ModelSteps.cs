namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>The steps of the engine, each of which happens as a whole or not at all, and what may go wrong between any two of them.</summary>
sealed class ModelSteps(int records, int workers, EngineFlaw flaw)
{
    readonly OutboxSteps _outbox = new(records, flaw);
    readonly WorkerSteps _workers = new(flaw);
    readonly FaultSteps _faults = new(records, workers);

    /// <summary>What can happen next, with its name, and whether it is a fault.</summary>
    internal IEnumerable<(string Name, bool IsFault, ModelState Next)> After(ModelState state)
    {
        foreach (var (name, step) in Proceeding(state))
        {
            yield return (name, false, Do(state, step));
        }
        if (state.Faults > 0)
        {
            foreach (var (name, step) in _faults.Failing(state))
            {
                var next = Do(state, step);
                next.Faults--;
                yield return (name, true, next);
            }
        }
    }

    IEnumerable<(string, Action<ModelState>)> Proceeding(ModelState state) =>
        _outbox
            .Producing(state)
            .Concat(Enumerable.Range(0, ModelState.Relays).SelectMany(relay => _outbox.Relaying(state, relay)))
            .Concat(Enumerable.Range(0, workers).SelectMany(worker => _workers.Consuming(state, worker)));

    static ModelState Do(ModelState state, Action<ModelState> step)
    {
        var next = state.Copy();
        step(next);
        return next;
    }
}
