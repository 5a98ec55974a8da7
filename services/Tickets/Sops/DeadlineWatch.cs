using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Tickets.Discovery;

namespace Phase1.Tickets.Sops;

/// <summary>Tells once that the deadline of an open ticket comes near (record 30), whichever process looks first. What is overdue is shown and counted, and never ended.</summary>
sealed class DeadlineWatch(IServiceProvider services, SopCatalogue sops, TicketsOptions options, TimeProvider clock)
    : PeriodicWork(services)
{
    const string Claim = """
        with near as (
            select t.ticket_id from tickets t join unnest($1, $2) as n (sop, ahead) on n.sop = t.sop
            where t.completed_at is null and t.deadline is not null and t.deadline_told_at is null and t.deadline - n.ahead <= $3
            order by t.ticket_id limit 200 for update of t skip locked)
        update tickets t set deadline_told_at = $3 from near where t.ticket_id = near.ticket_id returning t.ticket_id, t.sop, t.deadline
        """;

    readonly IReadOnlyList<(string Sop, TimeSpan Before)> _notices =
    [
        .. sops.All.Where(sop => sop.NoticeBefore is not null).Select(sop => (sop.Name, sop.NoticeBefore!.Value)),
    ];

    protected override TimeSpan Interval => options.WatchInterval;

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        TellAsync(scope.GetRequiredService<UnitOfWork>(), cancellationToken);

    /// <summary>Looks once, in a transaction with what it tells.</summary>
    internal async Task TellAsync(UnitOfWork work, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        foreach (var fact in await ClaimAsync(work, cancellationToken))
        {
            work.Publish(fact);
        }
        await work.CommitAsync(cancellationToken);
    }

    async Task<IReadOnlyList<TicketDeadlineApproaching>> ClaimAsync(UnitOfWork work, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Claim, work.Connection, work.Transaction);
        command.Parameters.Add(new() { Value = _notices.Select(notice => notice.Sop).ToArray() });
        command.Parameters.Add(new() { Value = _notices.Select(notice => notice.Before).ToArray() });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        List<TicketDeadlineApproaching> near = [];
        while (await row.ReadAsync(cancellationToken))
        {
            near.Add(
                new()
                {
                    TicketId = row.GetString(0),
                    Sop = row.GetString(1),
                    Deadline = row.GetFieldValue<DateTimeOffset>(2),
                }
            );
        }
        return near;
    }
}
