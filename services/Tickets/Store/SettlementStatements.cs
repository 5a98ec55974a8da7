using System.Text.Json.Nodes;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Store;

/// <summary>Statements on <c>settlements</c>.</summary>
static class SettlementStatements
{
    internal static async Task<Settlement?> FindAsync(
        ITicketSession session,
        string sop,
        string matter,
        CancellationToken cancellationToken
    ) =>
        (
            await session.QueryAsync(
                "select outcome, details from settlements where sop = @sop and correlation_id = @matter",
                reader => new Settlement(reader.GetString(0), SqlDialect.ToObject(reader.GetString(1)) ?? new JsonObject()),
                cancellationToken,
                ("sop", sop),
                ("matter", matter)
            )
        ).SingleOrDefault();

    internal static Task<int> PutAsync(
        ITicketSession session,
        string sop,
        string matter,
        Settlement settlement,
        Guid? eventId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        session.ExecuteAsync(
            """
            insert into settlements (sop, correlation_id, outcome, details, event_id, at)
            values (@sop, @matter, @outcome, @details, @event, @now)
            on conflict (sop, correlation_id) do update set outcome = @outcome, details = @details, event_id = @event, at = @now
            """,
            cancellationToken,
            ("sop", sop),
            ("matter", matter),
            ("outcome", settlement.Outcome),
            ("details", settlement.Details),
            ("event", eventId),
            ("now", now)
        );
}
