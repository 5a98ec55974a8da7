namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>From the log to the effect: <c>PumpLane</c>, <c>PartitionFence</c>, <c>RoundTransaction</c>.</summary>
sealed class WorkerSteps(EngineFlaw flaw)
{
    internal IEnumerable<(string, Action<ModelState>)> Consuming(ModelState state, int me)
    {
        var mine = state.WorkerOf[me];
        switch (mine.Phase)
        {
            case Phase.Idle when state.Owner == ModelState.Nobody:
                yield return ($"worker {me} wins", next => next.GiveTo(me));
                break;
            case Phase.Idle when state.Owner == me && Position(state, mine) < state.Log.Count:
                yield return (
                    $"worker {me} polls",
                    next =>
                        next.WorkerOf[me] = mine with
                        {
                            Phase = Phase.Polled,
                            From = Position(state, mine),
                            To = state.Log.Count,
                            IsMember = true,
                            // Another epoch for what is won anew.
                            Epoch = mine.IsMember ? mine.Epoch : Epoch.None,
                        }
                );
                break;
            case Phase.Polled when mine.Epoch != Epoch.None:
                yield return ($"worker {me} has its epoch", next => next.WorkerOf[me] = mine with { Phase = Phase.Fenced });
                break;
            case Phase.Polled when flaw == EngineFlaw.EpochNotLocked || !Others(state, me).Any(IsInTransaction):
                yield return ($"worker {me} raises the epoch", next => Raise(next, me));
                break;
            case Phase.Fenced when mine.Epoch == Epoch.Current || flaw == EngineFlaw.FenceNotChecked:
                // Two inserts of one event id wait for each other.
                if (!Others(state, me).Any(other => IsInTransaction(other) && (other.Taken & New(state, mine)) != 0))
                {
                    yield return ($"worker {me} begins", next => Begin(next, me));
                }
                break;
            case Phase.Fenced:
                yield return ($"worker {me} is fenced off", next => next.WorkerOf[me] = default);
                break;
            case Phase.InTransaction:
                yield return ($"worker {me} commits", next => Commit(next, me));
                break;
            case Phase.Committed:
                yield return ($"worker {me} stores the offset", next => Store(next, me));
                break;
        }
    }

    // A member reads on; one that has been given the partition anew begins where the group stands.
    static int Position(ModelState state, Worker worker) => worker.IsMember ? worker.To : state.Stored;

    void Raise(ModelState next, int me)
    {
        if (flaw != EngineFlaw.EpochNotRaised)
        {
            for (var worker = 0; worker < ModelState.Workers; worker++)
            {
                var other = next.WorkerOf[worker];
                next.WorkerOf[worker] = other with { Epoch = other.Epoch == Epoch.None ? Epoch.None : Epoch.Stale };
            }
        }
        next.WorkerOf[me] = next.WorkerOf[me] with { Phase = Phase.Fenced, Epoch = Epoch.Current };
    }

    void Begin(ModelState next, int me)
    {
        var mine = next.WorkerOf[me] with { Phase = Phase.InTransaction, Taken = New(next, next.WorkerOf[me]) };
        next.WorkerOf[me] = mine;
        if (flaw == EngineFlaw.OffsetsBeforeCommit && mine.IsMember)
        {
            next.Stored = mine.To;
        }
        if (flaw == EngineFlaw.InboxByItself)
        {
            next.Inbox |= mine.Taken;
        }
    }

    void Commit(ModelState next, int me)
    {
        var mine = next.WorkerOf[me];
        foreach (var offset in Enumerable.Range(mine.From, mine.To - mine.From))
        {
            var record = next.Log[offset];
            var isTaken = RecordBits.Has(mine.Taken, record) && !next.Log[mine.From..offset].Contains(record);
            if (isTaken || (flaw == EngineFlaw.NewIdAtEachPublication && next.Log[..offset].Contains(record)))
            {
                next.Effects[record] = Math.Min(3, next.Effects[record] + 1);
            }
        }
        next.Inbox |= flaw == EngineFlaw.InboxForgets ? 0 : mine.Taken;
        next.WorkerOf[me] = mine with { Phase = Phase.Committed, Taken = 0 };
    }

    static void Store(ModelState next, int me)
    {
        var mine = next.WorkerOf[me];
        if (mine.IsMember)
        {
            next.Stored = mine.To;
            next.WorkerOf[me] = mine with { Phase = Phase.Idle, From = 0 };
        }
        else
        {
            // What it polled last is no place to go on from.
            next.WorkerOf[me] = default;
        }
    }

    static int New(ModelState state, Worker worker)
    {
        var polled = state.Log[worker.From..worker.To];
        return RecordBits.Of(record => polled.Contains(record) && !RecordBits.Has(state.Inbox, record));
    }

    static IEnumerable<Worker> Others(ModelState state, int me) => state.WorkerOf.Where((_, worker) => worker != me);

    static bool IsInTransaction(Worker worker) => worker.Phase == Phase.InTransaction;
}
