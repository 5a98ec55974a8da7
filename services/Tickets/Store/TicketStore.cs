using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>The store, written once over the two dialects.</summary>
sealed partial class TicketStore(ITicketSessions sessions, TimeProvider clock, ILogger<TicketStore> logger) : ITicketStore
{
    // Both databases keep microseconds: what was written reads back equal.
    DateTimeOffset Now => Instants.Cut(clock.GetUtcNow());

    public Task<CreateOutcome> CreateAsync(NewTicket ticket, TicketActor actor, CancellationToken cancellationToken) =>
        WriteAsync<CreateOutcome>(
            async session =>
            {
                var created = ticket.ToTicket(Now);
                if (await TicketStatements.InsertAsync(session, created, cancellationToken) == 0)
                {
                    return
                        await TicketStatements.OpenOfAsync(session, ticket.Sop, ticket.CorrelationId, cancellationToken) is { } open
                        && open != ticket.TicketId
                        ? new CreateOutcome.AlreadyOpen(open)
                        : new CreateOutcome.IdTaken();
                }
                var first = TicketChange.Between(created, created, actor, reason: null) with { FromStatus = null, FromOwner = null };
                await HistoryStatements.AddAsync(session, [first], cancellationToken);
                session.Publish(TicketFacts.Opened(created));
                if (created.Status.IsTerminal())
                {
                    session.Publish(TicketFacts.Closed(created, actor));
                }
                return new CreateOutcome.Created(created);
            },
            cancellationToken
        );

    public async Task<Ticket?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var ticket = await ReadAsync(session => TicketStatements.FindAsync(session, id, cancellationToken), cancellationToken);
        if (ticket is { HasUnreadableMetadata: true })
        {
            MetadataUnreadable(id);
        }
        return ticket;
    }

    public async Task<IReadOnlyList<Ticket>> ListAsync(TicketFilter filter, int most, CancellationToken cancellationToken) =>
        await ReadAsync(session => ListStatements.ReadAsync(session, filter, most, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<TicketChange>> HistoryAsync(string id, int after, int most, CancellationToken cancellationToken) =>
        await ReadAsync(session => HistoryStatements.ReadAsync(session, id, after, most, cancellationToken), cancellationToken);

    public async Task<bool> UpdateTicketStatusAsync(
        string id,
        TicketStatus status,
        string? notes = null,
        string? agentOccurrenceId = null,
        string? requireCurrentOccurrenceId = null,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            var patch = new TicketPatch
            {
                Status = status,
                Notes = notes,
                Owner = agentOccurrenceId,
            };
            var outcome = await WriteAsync(
                session =>
                    TicketChanges.ApplyAsync(session, id, patch, TicketActor.System, requireCurrentOccurrenceId, Now, cancellationToken),
                cancellationToken
            );
            if (outcome is UpdateOutcome.Updated)
            {
                return true;
            }
            NotFoundForUpdate(id);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            StatusNotUpdated(id, WireEnum.Name(status), FaultTrace.Of(error));
        }
        return false;
    }

    public Task<UpdateOutcome> UpdateAsync(string id, TicketPatch patch, TicketActor actor, CancellationToken cancellationToken) =>
        WriteAsync(
            session => TicketChanges.ApplyAsync(session, id, patch, actor, actor.RequiredOwner, Now, cancellationToken),
            cancellationToken
        );

    public Task<Candidates> CandidatesAsync(
        string occurrence,
        int skipped,
        int most,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            session => CandidateStatements.ReadAsync(session, occurrence, skipped, most, Instants.Cut(now), cancellationToken),
            cancellationToken
        );

    public async Task<IReadOnlyList<Candidate>> PassedOverAsync(string occurrence, int most, CancellationToken cancellationToken) =>
        await ReadAsync(session => CandidateStatements.PassedOverAsync(session, occurrence, most, cancellationToken), cancellationToken);

    public Task<IReadOnlyDictionary<string, ClaimResult>> ClaimAsync(
        IReadOnlyList<ClaimOrder> orders,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        new TicketClaim(sessions, occurrence, Instants.Cut(now), logger).RunAsync(
            [.. orders.Select(order => order.TicketId)],
            cancellationToken
        );

    public Task<int> ContinueAsync(
        IReadOnlyList<ClaimOrder> orders,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        orders.Count == 0
            ? Task.FromResult(0)
            : WriteAsync(
                session =>
                    TicketContinuation.RunAsync(
                        session,
                        [.. orders.Select(order => order.TicketId)],
                        occurrence,
                        Instants.Cut(now),
                        cancellationToken
                    ),
                cancellationToken
            );

    public async Task<IReadOnlyList<Ticket>> WakeAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var due = await ReadAsync(
            session => TicketChanges.DueAsync(session, Instants.Cut(now), most, cancellationToken),
            cancellationToken
        );
        List<Ticket> woken = [];
        foreach (var id in due)
        {
            try
            {
                var ticket = await WriteAsync(
                    session => TicketChanges.WakeAsync(session, id, Instants.Cut(now), cancellationToken),
                    cancellationToken
                );
                woken.AddRange(ticket is null ? [] : [ticket]);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                NotWoken(id, FaultTrace.Of(error));
            }
        }
        return woken;
    }

    public Task<WorkTask?> TakeTaskAsync(string occurrence, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(
            async session =>
                await TaskStatements.NextAsync(session, occurrence, cancellationToken) is { } task
                && await TaskStatements.ActivateAsync(session, task.TaskId, Instants.Cut(now), cancellationToken)
                    ? task with
                    {
                        Status = WorkTaskStatus.Active,
                    }
                    : null,
            cancellationToken
        );

    public Task<bool> EndTaskAsync(string taskId, TaskEnd end, DateTimeOffset now, CancellationToken cancellationToken) =>
        WriteAsync(session => TaskStatements.EndAsync(session, taskId, end, Instants.Cut(now), cancellationToken), cancellationToken);

    public Task<Ticket?> LockAsync(string id, CancellationToken cancellationToken) =>
        WriteAsync(session => TicketStatements.LockAsync(session, id, cancellationToken), cancellationToken);

    public Task<T> TogetherAsync<T>(Func<ITicketStore, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(session => work(new TicketStore(new JoinedSessions(session), clock, logger)), cancellationToken);

    Task<T> WriteAsync<T>(Func<ITicketSession, Task<T>> work, CancellationToken cancellationToken) =>
        sessions.WriteAsync(work, cancellationToken);

    async Task<T> ReadAsync<T>(Func<ITicketSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var session = sessions.Create();
        await session.OpenAsync(cancellationToken);
        return await work(session);
    }

    [LoggerMessage(LogLevel.Warning, "Ticket {TicketId} not found for status update")]
    partial void NotFoundForUpdate(string ticketId);

    [LoggerMessage(LogLevel.Error, "The status of ticket {TicketId} could not become {Status}: {Fault}")]
    partial void StatusNotUpdated(string ticketId, string status, string fault);

    [LoggerMessage(LogLevel.Warning, "Ticket {TicketId} could not be woken, and will be tried again: {Fault}")]
    partial void NotWoken(string ticketId, string fault);

    [LoggerMessage(LogLevel.Warning, "The metadata of ticket {TicketId} are no JSON object, and read as empty")]
    partial void MetadataUnreadable(string ticketId);
}
