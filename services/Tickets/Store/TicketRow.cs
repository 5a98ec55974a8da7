using System.Data.Common;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>A row of <c>tickets</c>, called t, as it is read.</summary>
static class TicketRow
{
    internal const string Columns = """
        t.ticket_id, t.sop, t.ticket_type, t.status, t.priority, t.email, t.user_identifier, t.submitted_at, t.last_updated, t.created_at,
        t.deadline, t.completed_at, t.metadata, t.notes, t.automated, t.correlation_id, t.agent_occurrence_id, t.wake_at, t.outcome, t.org_id,
        t.deadline_told_at
        """;

    internal const string Version = "(select max(h.seq) from ticket_history h where h.ticket_id = t.ticket_id)";

    // The first column behind those of the ticket.
    const int Further = 21;

    internal static Ticket ReadVersioned(SqlDialect dialect, DbDataReader reader) =>
        Read(dialect, reader) with
        {
            Version = reader.IsDBNull(Further) ? 0 : reader.GetInt32(Further),
        };

    internal static Candidate ReadCandidate(SqlDialect dialect, DbDataReader reader) =>
        new(Read(dialect, reader), dialect.ReadTruth(reader, Further));

    internal static ClaimedTicket ReadClaimed(SqlDialect dialect, DbDataReader reader) =>
        new(Read(dialect, reader), WireEnum.Parse<TicketStatus>(reader.GetString(Further)), reader.GetString(Further + 1));

    internal static Ticket Read(SqlDialect dialect, DbDataReader reader)
    {
        var metadata = SqlDialect.ToObject(reader.GetString(12));
        return new()
        {
            TicketId = reader.GetString(0),
            Sop = reader.GetString(1),
            TicketType = reader.GetString(2),
            Status = WireEnum.Parse<TicketStatus>(reader.GetString(3)),
            Priority = reader.GetInt32(4),
            Email = reader.GetString(5),
            UserIdentifier = Text(6),
            SubmittedAt = dialect.ReadInstant(reader, 7),
            LastUpdated = dialect.ReadInstant(reader, 8),
            CreatedAt = dialect.ReadInstant(reader, 9),
            Deadline = Instant(10),
            CompletedAt = Instant(11),
            Metadata = metadata ?? [],
            HasUnreadableMetadata = metadata is null,
            Notes = Text(13),
            Automated = dialect.ReadTruth(reader, 14),
            CorrelationId = Text(15),
            Owner = reader.GetString(16),
            WakeAt = Instant(17),
            Outcome = Text(18),
            OrgId = Text(19),
            DeadlineToldAt = Instant(20),
        };

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        DateTimeOffset? Instant(int column) => reader.IsDBNull(column) ? null : dialect.ReadInstant(reader, column);
    }
}
