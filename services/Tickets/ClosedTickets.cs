using Npgsql;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Tickets.Discovery;

namespace Phase1.Tickets;

/// <summary>
/// Takes out of tickets that ended long ago whom they were about and what anybody wrote: procedure, status, outcome, times, counts and proof stay, as long as
/// anybody may ask.
/// </summary>
sealed class ClosedTickets(IServiceProvider services, TicketsOptions options, TimeProvider clock) : PeriodicWork(services)
{
    const int Most = 500;

    // Stages whose results are counts alone.
    const string Kept = "array['evidence', 'collection', 'eligibility', 'erasure', 'proof']";

    const string Forget = $$"""
        with old as (
            select ticket_id from tickets where completed_at < $1 and email <> 'forgotten@tickets.invalid'
            order by completed_at limit $2 for update skip locked),
        told as (
            update ticket_history h set actor = 'forgotten', reason = null, details = '{}' from old where h.ticket_id = old.ticket_id)
        update tickets t set email = 'forgotten@tickets.invalid', user_identifier = null, notes = null,
            metadata = jsonb_build_object('sop_version', t.metadata -> 'sop_version', 'stages', coalesce(
                (select jsonb_object_agg(s.key, s.value) from jsonb_each(t.metadata -> 'stages') s where s.key = any({{Kept}})), '{}'))
        from old where t.ticket_id = old.ticket_id
        """;

    protected override TimeSpan Interval => TimeSpan.FromHours(12);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var work = scope.GetRequiredService<UnitOfWork>();
        while (await ForgetAsync(work, clock.GetUtcNow() - options.ClosedKept, cancellationToken) == Most) { }
    }

    /// <summary>Forgets the oldest ones of those that ended before an instant; answers how many.</summary>
    internal static async Task<int> ForgetAsync(UnitOfWork work, DateTimeOffset before, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        int forgotten;
        await using (var command = new NpgsqlCommand(Forget, work.Connection, work.Transaction))
        {
            command.Parameters.Add(new() { Value = before });
            command.Parameters.Add(new() { Value = Most });
            forgotten = await command.ExecuteNonQueryAsync(cancellationToken);
        }
        await work.CommitAsync(cancellationToken);
        return forgotten;
    }
}
