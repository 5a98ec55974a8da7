using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.NameAccesses;

/// <summary>Who has seen names, why and when; the latest first.</summary>
static class ListNameAccessesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/name-accesses", HandleAsync).RequireAuthorization(Phase1Policies.PrivacyOfficer);

    static async Task<Page<Access>> HandleAsync(PageRequest page, ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var query = db.NameAccesses.AsNoTracking();
        if (page.Cursor is { } cursor)
        {
            var (at, id) = Cursor.DecodeInstantAndId(cursor);
            query = query.Where(access => access.ReadAt < at || (access.ReadAt == at && access.Id < id));
        }
        var rows = await query
            .OrderByDescending(access => access.ReadAt)
            .ThenByDescending(access => access.Id)
            .Take(page.Limit + 1)
            .Select(access => new Access(access.Id, access.BatchId, access.ReadBy, access.Reason, access.ReadAt))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, page, row => row, row => Cursor.Encode(row.ReadAt, row.Id));
    }

    internal sealed record Access(Guid Id, Guid BatchId, string ReadBy, string Reason, DateTimeOffset ReadAt);
}
