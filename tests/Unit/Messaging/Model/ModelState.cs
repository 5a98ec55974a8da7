namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>
/// Everything that outlives a step: the outbox of a service, its relays, a partition of the log, the group that reads it, and the database of the service that
/// it is read for. Three records at most: 0 and 2 are of one key, 1 is of another.
/// </summary>
sealed class ModelState
{
    internal const int Records = 3;
    internal const int Workers = 3;
    internal const int Relays = 2;
    internal const int LongestLog = 12;

    internal const int Nobody = 3;

    /// <summary>Of each record: what has become of its outbox row.</summary>
    internal Row[] Outbox { get; private init; } = new Row[Records];

    /// <summary>Of each record: its place in the order in which ids were given, from 1; 0 without a row.</summary>
    internal int[] Ids { get; private init; } = new int[Records];

    internal Relay[] RelayOf { get; private init; } = new Relay[Relays];

    /// <summary>The relay that has the advisory lock; <see cref="Nobody"/> when none has.</summary>
    internal int LockHolder { get; set; } = Nobody;

    /// <summary>The highest id that a relay has read; the engine has no such thing.</summary>
    internal int Cursor { get; set; }

    /// <summary>The partition: which record stands at which offset.</summary>
    internal List<int> Log { get; private init; } = [];

    internal Worker[] WorkerOf { get; private init; } = new Worker[Workers];

    /// <summary>The worker to whom the group has given the partition.</summary>
    internal int Owner { get; set; } = Nobody;

    /// <summary>The group's stored offset.</summary>
    internal int Stored { get; set; }

    /// <summary>A bit for each record with an inbox row.</summary>
    internal int Inbox { get; set; }

    /// <summary>Of each record: how often it has had its effect, up to 3.</summary>
    internal int[] Effects { get; private init; } = new int[Records];

    /// <summary>How much may still go wrong.</summary>
    internal int Faults { get; set; }

    internal ModelState Copy() =>
        new()
        {
            Outbox = [.. Outbox],
            Ids = [.. Ids],
            RelayOf = [.. RelayOf],
            LockHolder = LockHolder,
            Cursor = Cursor,
            Log = [.. Log],
            WorkerOf = [.. WorkerOf],
            Owner = Owner,
            Stored = Stored,
            Inbox = Inbox,
            Effects = [.. Effects],
            Faults = Faults,
        };

    /// <summary>The group gives the partition to a worker; whatever was given before is over, though whoever had it may not know.</summary>
    internal void GiveTo(int winner)
    {
        Owner = winner;
        for (var worker = 0; worker < Workers; worker++)
        {
            // Whoever stands between two polls keeps nothing of what it no longer has.
            WorkerOf[worker] = WorkerOf[worker].Phase == Phase.Idle ? default : WorkerOf[worker] with { IsMember = false };
        }
    }

    /// <summary>A row is rolled back; those with higher ids keep their order.</summary>
    internal void Withdraw(int record)
    {
        var gone = Ids[record];
        Outbox[record] = Row.None;
        for (var other = 0; other < Records; other++)
        {
            Ids[other] = other == record ? 0 : Ids[other] - (Ids[other] > gone ? 1 : 0);
        }
    }

    /// <summary>All of it in 128 bits. Workers are alike, and so are relays: in which order they stand makes no other state.</summary>
    internal (ulong, ulong) Pack()
    {
        Span<int> workers = stackalloc int[Workers];
        for (var worker = 0; worker < Workers; worker++)
        {
            workers[worker] = (WorkerOf[worker].Pack() << 1) | (Owner == worker ? 1 : 0);
        }
        workers.Sort();
        var (one, other) = (0UL, 0UL);
        foreach (var worker in workers)
        {
            Put(ref one, worker, Worker.Bits + 1);
        }
        Put(ref one, Stored, 4);
        Put(ref one, Faults, 2);
        Put(ref one, Cursor, 2);
        Put(ref other, Log.Count, 4);
        for (var offset = 0; offset < LongestLog; offset++)
        {
            Put(ref other, offset < Log.Count ? Log[offset] : 0, 2);
        }
        for (var record = 0; record < Records; record++)
        {
            Put(ref other, (int)Outbox[record], 2);
            Put(ref other, Ids[record], 2);
            Put(ref other, Effects[record], 2);
        }
        var (relay, second) = (PackRelay(0), PackRelay(1));
        Put(ref other, Math.Min(relay, second), 2 * Records + 1);
        Put(ref other, Math.Max(relay, second), 2 * Records + 1);
        Put(ref other, Inbox, Records);
        return (one, other);
    }

    int PackRelay(int relay) => (RelayOf[relay].Taken << (Records + 1)) | (RelayOf[relay].Left << 1) | (LockHolder == relay ? 1 : 0);

    static void Put(ref ulong into, int value, int bits) => into = (into << bits) | (uint)value;
}

/// <summary>An outbox row.</summary>
enum Row
{
    None,
    Uncommitted,
    Committed,
    Deleted,
}

/// <summary>A relay, in the middle of its work.</summary>
/// <param name="Taken">A bit for each record that it has read and not deleted.</param>
/// <param name="Left">Those of them that it has not published.</param>
readonly record struct Relay(int Taken, int Left);

/// <summary>Where a worker stands between two polls.</summary>
enum Phase
{
    Idle,
    Polled,
    Fenced,
    InTransaction,
    Committed,
}

/// <summary>What a worker believes of its epoch.</summary>
enum Epoch
{
    None,
    Stale,
    Current,
}

/// <summary>A worker of the service that reads.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="From">The first offset of its poll.</param>
/// <param name="To">The offset behind its poll.</param>
/// <param name="IsMember">The group still means it by what it was given last.</param>
/// <param name="Epoch">The epoch that it holds, beside the database's.</param>
/// <param name="Taken">In a transaction: a bit for each record that was new to the inbox.</param>
readonly record struct Worker(Phase Phase, int From, int To, bool IsMember, Epoch Epoch, int Taken)
{
    internal const int Bits = 17;

    internal int Pack() => (((((((int)Phase << 4 | From) << 4 | To) << 1 | (IsMember ? 1 : 0)) << 2 | (int)Epoch) << 3) | Taken);
}
