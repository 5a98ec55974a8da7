using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Records;
using Phase1.Messaging.Sagas;
using Phase1.Messaging.Storage;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging;

/// <summary>
/// One database transaction that holds everything a piece of work does: state, inbox, outbox. Scoped. Inside a consumer or state machine the
/// engine has begun it and commits it; elsewhere its user does both. What is not committed when the scope ends is undone.
/// </summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    readonly Lazy<IMessageDispatcher> _dispatcher;
    readonly RelaySignal _relay;
    readonly TimeProvider _clock;
    readonly PendingEvents _events;
    readonly List<NpgsqlBatchCommand> _statements = [];
    readonly List<Action> _afterCommit = [];
    readonly HashSet<Guid> _batches = [];
    DbContext? _context;
    bool _isBehind;

    internal UnitOfWork(
        IServiceProvider services,
        NpgsqlDataSource database,
        SagaCatalogue sagas,
        Lazy<IMessageDispatcher> dispatcher,
        RelaySignal relay,
        MessagingOptions options,
        TimeProvider clock
    )
    {
        Services = services;
        _dispatcher = dispatcher;
        _relay = relay;
        _clock = clock;
        Connection = database.CreateConnection();
        _events = new PendingEvents(options, clock);
        Sagas = new SagaSessions(sagas, Connection);
        Cause = new EventCause(Guid.CreateVersion7(clock.GetUtcNow()));
    }

    /// <summary>Copied into every event recorded from now on. The engine sets it for each record, the host for each request.</summary>
    public EventCause Cause { get; set; }

    /// <summary>What becomes of the record that is being dispatched; the inbox keeps it.</summary>
    public RecordOutcome Outcome { get; set; }

    /// <summary>
    /// The transaction's connection, for statements of your own. They see what the DbContext has saved: inside a consumer that is, at the latest,
    /// what earlier records changed before this one's first query by the DbContext.
    /// </summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>The transaction; null before <see cref="BeginAsync"/> and after the commit.</summary>
    public NpgsqlTransaction? Transaction { get; private set; }

    /// <summary>
    /// The batches that the records of this unit of work are about: what is kept of them can be locked and read at once, for all records. Empty where
    /// the work is not the engine's.
    /// </summary>
    public IReadOnlySet<Guid> Batches => _batches;

    internal SagaSessions Sagas { get; }

    /// <summary>What has been recorded and is not written yet.</summary>
    internal IReadOnlyList<OutboxEntry> Recorded => _events.All;

    internal IServiceProvider Services { get; }

    /// <summary>What earlier records have left could not be saved: no fault of the record that is being handled.</summary>
    internal bool EarlierFailed { get; private set; }

    /// <summary>Opens the connection and begins the transaction (READ COMMITTED).</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="InvalidOperationException">It has begun already.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (Transaction is not null)
        {
            throw new InvalidOperationException("The unit of work has begun already.");
        }
        if (Connection.State != System.Data.ConnectionState.Open)
        {
            await Connection.OpenAsync(cancellationToken);
        }
        Transaction = await Connection.BeginTransactionAsync(cancellationToken);
        if (_context is not null)
        {
            await _context.Database.UseTransactionAsync(Transaction, cancellationToken);
        }
    }

    /// <summary>Records an event with the current <see cref="Cause"/>. It leaves after the commit, or never.</summary>
    /// <param name="fact">What has happened; checked against its contract now.</param>
    /// <exception cref="ContractViolationException">The fact breaks its contract: a defect of the caller.</exception>
    public void Publish(IFact fact) => Publish(fact, Cause);

    /// <summary>Records an event with a cause of its own.</summary>
    /// <param name="fact">What has happened; checked against its contract now.</param>
    /// <param name="cause">The record or request that everything recorded here follows from.</param>
    /// <exception cref="ContractViolationException">The fact breaks its contract: a defect of the caller.</exception>
    public void Publish(IFact fact, EventCause cause) => _events.Add(fact, cause);

    /// <summary>
    /// Has a statement of your own run with the commit, in its one round trip, instead of now in a round trip of its own. Its result is not
    /// looked at; if it fails, so does the commit.
    /// </summary>
    /// <param name="statement">With its parameters; not used again.</param>
    public void WithCommit(NpgsqlBatchCommand statement) => _statements.Add(statement);

    /// <summary>Has something done in this process once the transaction has committed, and never if it does not: a wake-up, a count.</summary>
    /// <param name="action">Short, and without exceptions: nobody could undo anything for it any more.</param>
    public void AfterCommit(Action action) => _afterCommit.Add(action);

    /// <summary>Runs a message through this service's consumers and state machines, inside this unit of work.</summary>
    /// <param name="message">A command or fact that one of them handles.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="InvalidOperationException">The unit of work has not begun.</exception>
    public async Task DispatchAsync(object message, CancellationToken cancellationToken)
    {
        _ = Transaction ?? throw new InvalidOperationException("Begin the unit of work before dispatching into it.");
        var id = Guid.CreateVersion7(_clock.GetUtcNow());
        await _dispatcher.Value.DispatchAsync(new DispatchedMessage(id, Cause, message), this, cancellationToken);
        await SaveContextAsync(cancellationToken);
    }

    /// <summary>Saves the DbContext, the sagas and the outbox rows, commits, and wakes the relay.</summary>
    /// <param name="cancellationToken">Ends the attempt; cancelled before the commit, nothing of it remains.</param>
    /// <exception cref="InvalidOperationException">The unit of work has not begun.</exception>
    public Task CommitAsync(CancellationToken cancellationToken) => CommitAsync([], cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Transaction is not null)
        {
            await Transaction.DisposeAsync();
        }
        await Connection.DisposeAsync();
    }

    /// <summary>Notes the batch of a record that is about to be handled.</summary>
    internal void Expect(IBatchFact fact)
    {
        _batches.Add(fact.BatchId);
        Sagas.Expect(fact.GetType(), fact.BatchId);
    }

    internal void Attach(DbContext context)
    {
        _context = context;
        // The engine undoes whole transactions: a savepoint around every save would be two statements for nothing.
        context.Database.AutoSavepointsEnabled = false;
        context.SavingChanges += (_, _) => _isBehind = false;
        if (Transaction is not null)
        {
            context.Database.UseTransaction(Transaction);
        }
    }

    /// <summary>
    /// Leaves the changes of a record that has been handled for later, so that those of a whole poll are saved together: with the commit, or before
    /// the DbContext's next query, which must see them.
    /// </summary>
    internal void SaveLater() => _isBehind = _context is not null;

    internal ValueTask SaveEarlierAsync(CancellationToken cancellationToken) =>
        _isBehind ? new(CatchUpAsync(cancellationToken)) : ValueTask.CompletedTask;

    async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        (_isBehind, EarlierFailed) = (false, true);
        await SaveContextAsync(cancellationToken);
        EarlierFailed = false;
    }

    internal async Task SaveContextAsync(CancellationToken cancellationToken)
    {
        if (_context is not null && _context.ChangeTracker.HasChanges())
        {
            await _context.SaveChangesAsync(cancellationToken);
        }
    }

    internal async Task CommitAsync(IReadOnlyList<NpgsqlBatchCommand> last, CancellationToken cancellationToken)
    {
        var transaction = Transaction ?? throw new InvalidOperationException("The unit of work has not begun.");
        await WriteAsync(transaction, last, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await transaction.DisposeAsync();
        await ForgetAsync(cancellationToken);
        if (_events.Any)
        {
            _events.Clear();
            _relay.Wake();
        }
        _statements.Clear();
        _afterCommit.ForEach(action => action());
        _afterCommit.Clear();
    }

    /// <summary>Writes everything that a commit would, and commits nothing: what comes next in the transaction reads it as it stands.</summary>
    internal async Task FlushAsync(IReadOnlyList<NpgsqlBatchCommand> last, CancellationToken cancellationToken)
    {
        await WriteAsync(Transaction!, last, cancellationToken);
        Sagas.Clear();
        _events.Clear();
        _statements.Clear();
    }

    async Task WriteAsync(NpgsqlTransaction transaction, IReadOnlyList<NpgsqlBatchCommand> last, CancellationToken cancellationToken)
    {
        await SaveContextAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(Connection, transaction);
        var checks = Sagas.AddWrites(batch);
        if (_events.Any)
        {
            batch.BatchCommands.Add(_events.ToInsert());
        }
        foreach (var command in _statements.Concat(last))
        {
            batch.BatchCommands.Add(command);
        }
        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            SagaSessions.Verify(checks);
        }
    }

    // What was read under the transaction's locks says nothing about the next one.
    async Task ForgetAsync(CancellationToken cancellationToken)
    {
        Transaction = null;
        Sagas.Clear();
        _batches.Clear();
        if (_context is not null)
        {
            await _context.Database.UseTransactionAsync(null, cancellationToken);
        }
    }
}
