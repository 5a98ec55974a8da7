using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Lists of tickets, newest first.</summary>
static class ListStatements
{
    internal static Task<List<Ticket>> ReadAsync(ITicketSession session, TicketFilter filter, int most, CancellationToken cancellationToken)
    {
        var conditions = Conditions(session.Dialect, filter).ToList();
        return session.QueryAsync(
            $"""
            select {TicketRow.Columns}, {TicketRow.Version} from tickets t
            where {string.Join(" and ", conditions.Select(condition => condition.Sql).DefaultIfEmpty("true"))}
            order by t.submitted_at desc, t.ticket_id desc limit @most
            """,
            reader => TicketRow.ReadVersioned(session.Dialect, reader),
            cancellationToken,
            [.. conditions.SelectMany(condition => condition.Parameters), ("most", most)]
        );
    }

    static IEnumerable<(string Sql, (string, object?)[] Parameters)> Conditions(SqlDialect dialect, TicketFilter filter)
    {
        if (filter.Sops is not null)
        {
            yield return Audience(dialect, filter);
        }
        if (filter.Statuses.Count > 0)
        {
            yield return (dialect.In("t.status", "@statuses"), [("statuses", filter.Statuses.Select(WireEnum.Name).ToArray())]);
        }
        if (filter.OfSops.Count > 0)
        {
            yield return (dialect.In("t.sop", "@ofsops"), [("ofsops", filter.OfSops.ToArray())]);
        }
        if (filter.Types.Count > 0)
        {
            yield return (dialect.In("t.ticket_type", "@types"), [("types", filter.Types.ToArray())]);
        }
        foreach (var condition in Single(filter))
        {
            yield return condition;
        }
    }

    // Only what is asked for: with an "or" that nobody needs a user's few tickets would not be found by their index.
    static (string Sql, (string, object?)[] Parameters) Audience(SqlDialect dialect, TicketFilter filter)
    {
        List<string> alternatives = [];
        List<(string, object?)> parameters = [];
        if (filter.Sops is { Count: > 0 } sops)
        {
            alternatives.Add(dialect.In("t.sop", "@sops"));
            parameters.Add(("sops", sops.ToArray()));
        }
        if (filter.PersonalSops.Count > 0)
        {
            alternatives.Add($"{dialect.In("t.sop", "@personal")} and t.user_identifier = @user");
            parameters.AddRange([("personal", filter.PersonalSops.ToArray()), ("user", filter.User ?? "")]);
        }
        if (filter.OrganisationSops.Count > 0)
        {
            alternatives.Add($"{dialect.In("t.sop", "@organisational")} and t.org_id = @organisation");
            parameters.AddRange([("organisational", filter.OrganisationSops.ToArray()), ("organisation", filter.Organisation ?? "")]);
        }
        return ($"({string.Join(" or ", alternatives.DefaultIfEmpty("1 = 0"))})", [.. parameters]);
    }

    static IEnumerable<(string Sql, (string, object?)[] Parameters)> Single(TicketFilter filter)
    {
        if (filter.Owner is { } owner)
        {
            yield return ("t.agent_occurrence_id = @owner", [("owner", owner)]);
        }
        if (filter.UserIdentifier is { } identifier)
        {
            yield return ("t.user_identifier = @identifier", [("identifier", identifier)]);
        }
        if (filter.CorrelationId is { } matter)
        {
            yield return ("t.correlation_id = @matter", [("matter", matter)]);
        }
        if (filter.IsOpen is { } isOpen)
        {
            yield return (isOpen ? "t.completed_at is null" : "t.completed_at is not null", []);
        }
        if (filter.OverdueAt is { } now)
        {
            yield return ("t.completed_at is null and t.deadline is not null and t.deadline < @now", [("now", now)]);
        }
        if (filter.Behind is { } behind)
        {
            yield return (
                "(t.submitted_at < @at or t.submitted_at = @at and t.ticket_id < @id)",
                [("at", behind.SubmittedAt), ("id", behind.TicketId)]
            );
        }
    }
}
