using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging;

namespace Phase1.ModelGateway.Guard;

/// <summary>What a group changes of rows that are there; what it adds is saved with the commit.</summary>
static class GroupStatements
{
    const string Settle = """
        update budget_periods p set spent = p.spent + x.booked, reserved = p.reserved - x.released,
            warned_at = x.warned_at, critical_at = x.critical_at, exceeded_at = x.exceeded_at
        from unnest($1, $2, $3, $4, $5, $6) x (period_id, booked, released, warned_at, critical_at, exceeded_at)
        where p.period_id = x.period_id
        """;

    // The condition stands although the rows are locked: a group that was decided on something else changes fewer rows, and is undone.
    const string Reserve = """
        update budget_periods p set reserved = p.reserved + x.amount
        from unnest($1, $2) x (period_id, amount)
        where p.period_id = x.period_id and (p.limit_amount is null or x.amount <= 0 or p.spent + p.reserved + x.amount <= p.limit_amount)
        """;

    const string DropMeters = "delete from reservation_meters where request_id = any($1)";

    const string DropReservations = "delete from reservations where request_id = any($1)";

    const string DropEstimates = "delete from llm_usage where request_id = any($1) and outcome = 'abandoned'";

    const string MoveReservations = """
        update reservations r set model_id = x.model_id, est_input = x.est_input, max_output = x.max_output, expires_at = x.expires_at,
            own_key = x.own_key
        from unnest($1, $2, $3, $4, $5, $6) x (request_id, model_id, est_input, max_output, expires_at, own_key)
        where r.request_id = x.request_id
        """;

    /// <summary>Writes in one round trip.</summary>
    /// <param name="work">Begun.</param>
    /// <param name="periods">All of the group; those that have not changed are left alone.</param>
    /// <param name="closed">Calls that are no longer open.</param>
    /// <param name="replaced">Calls whose estimate gives way to their exact usage.</param>
    /// <param name="moved">Open calls that go to another model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">A row has changed under its lock, or what was decided does not fit.</exception>
    internal static async Task WriteAsync(
        UnitOfWork work,
        IReadOnlyList<PeriodState> periods,
        List<Guid> closed,
        List<Guid> replaced,
        List<Reservation> moved,
        CancellationToken cancellationToken
    )
    {
        List<(NpgsqlBatchCommand Command, int Rows)> statements =
        [
            .. OfPeriods([.. periods.Where(period => period.IsSettled)], [.. periods.Where(period => period.IsReserved)]),
            .. OfMeters([.. closed, .. moved.Select(reservation => reservation.RequestId)]),
            .. OfCalls(closed, DropReservations),
            .. OfCalls(replaced, DropEstimates),
            .. OfMoved(moved),
        ];
        if (statements.Count == 0)
        {
            return;
        }
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        statements.ForEach(statement => batch.BatchCommands.Add(statement.Command));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (statements.Exists(statement => statement.Rows >= 0 && statement.Command.RecordsAffected != statement.Rows))
        {
            throw new InvalidOperationException("A group of calls was decided on rows that are not as it read them.");
        }
    }

    static IEnumerable<(NpgsqlBatchCommand, int)> OfPeriods(List<PeriodState> settled, List<PeriodState> reserved)
    {
        if (settled.Count > 0)
        {
            yield return (
                new(Settle)
                {
                    Parameters =
                    {
                        new() { Value = settled.ConvertAll(period => period.Id) },
                        Amounts(settled.ConvertAll(period => period.Booked)),
                        Amounts(settled.ConvertAll(period => period.Released)),
                        Instants(settled.ConvertAll(period => period.Marks.WarnedAt)),
                        Instants(settled.ConvertAll(period => period.Marks.CriticalAt)),
                        Instants(settled.ConvertAll(period => period.Marks.ExceededAt)),
                    },
                },
                settled.Count
            );
        }
        if (reserved.Count > 0)
        {
            yield return (
                new(Reserve)
                {
                    Parameters =
                    {
                        new() { Value = reserved.ConvertAll(period => period.Id) },
                        Amounts(reserved.ConvertAll(period => period.NewlyReserved)),
                    },
                },
                reserved.Count
            );
        }
    }

    // A call may hold nothing: how many rows go is not known.
    static IEnumerable<(NpgsqlBatchCommand, int)> OfMeters(List<Guid> calls) =>
        calls.Count == 0 ? [] : [(new(DropMeters) { Parameters = { new() { Value = calls } } }, -1)];

    static IEnumerable<(NpgsqlBatchCommand, int)> OfCalls(List<Guid> calls, string statement) =>
        calls.Count == 0 ? [] : [(new(statement) { Parameters = { new() { Value = calls } } }, calls.Count)];

    static IEnumerable<(NpgsqlBatchCommand, int)> OfMoved(List<Reservation> moved) =>
        moved.Count == 0
            ? []
            :
            [
                (
                    new(MoveReservations)
                    {
                        Parameters =
                        {
                            new() { Value = moved.ConvertAll(reservation => reservation.RequestId) },
                            new() { Value = moved.ConvertAll(reservation => reservation.ModelId) },
                            new() { Value = moved.ConvertAll(reservation => reservation.EstInput) },
                            new() { Value = moved.ConvertAll(reservation => reservation.MaxOutput) },
                            new() { Value = moved.ConvertAll(reservation => reservation.ExpiresAt) },
                            new() { Value = moved.ConvertAll(reservation => reservation.OwnKey) },
                        },
                    },
                    moved.Count
                ),
            ];

    static NpgsqlParameter Amounts(List<decimal> values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Numeric };

    static NpgsqlParameter Instants(List<DateTimeOffset?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz };
}
