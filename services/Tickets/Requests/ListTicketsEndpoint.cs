using System.Globalization;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>The tickets that the caller sees, newest first.</summary>
static class ListTicketsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tickets", HandleAsync).RequireTicketUser();

    static async Task<Page<TicketDocument>> HandleAsync(
        PageRequest page,
        Caller caller,
        ITicketStore store,
        TicketAudience audience,
        TimeProvider clock,
        CancellationToken cancellationToken,
        string? status = null,
        string? sop = null,
        string? type = null,
        string? owner = null,
        string? user_identifier = null,
        string? batch_id = null,
        bool? open = null,
        bool overdue = false
    )
    {
        var filter = audience.FilterFor(caller) with
        {
            Statuses = [.. Several(status).Select(StatusOf)],
            OfSops = Several(sop),
            Types = Several(type),
            Owner = owner,
            UserIdentifier = user_identifier,
            CorrelationId = batch_id,
            IsOpen = open,
            OverdueAt = overdue ? clock.GetUtcNow() : null,
            Behind = page.Cursor is { } cursor ? Read(cursor) : null,
        };
        var found = await store.ListAsync(filter, page.Limit + 1, cancellationToken);
        return Page.Of(
            found,
            page,
            ticket => audience.Show(caller, ticket),
            ticket => Cursor.Encode(ticket.SubmittedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), ticket.TicketId)
        );
    }

    static string[] Several(string? texts) =>
        texts?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static TicketStatus StatusOf(string name) =>
        WireEnum.TryParse<TicketStatus>(name, out var status)
            ? status
            : throw ProblemException.Validation("status", $"A status is one of {string.Join(", ", WireEnum.Names<TicketStatus>())}.");

    static (DateTimeOffset, string) Read(string cursor) =>
        Cursor.Decode(cursor, 2) is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= DateTimeOffset.MaxValue.UtcTicks
            ? (new DateTimeOffset(at, TimeSpan.Zero), id)
            : throw ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");
}
