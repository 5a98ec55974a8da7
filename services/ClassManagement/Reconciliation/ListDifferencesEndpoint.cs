using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>The operator's list: what other services hold otherwise than CMS, the oldest report first. Ids only.</summary>
static class ListDifferencesEndpoint
{
    internal sealed record Item(
        Guid Id,
        DifferenceKind Kind,
        Guid BatchId,
        Guid? EssayId,
        string Ours,
        string Theirs,
        DateTimeOffset FirstSeenAt,
        DateTimeOffset ReportedAt,
        DateTimeOffset? RepairedAt,
        string? RepairedBy
    )
    {
        internal static readonly Expression<Func<Difference, Item>> From = d => new Item(
            d.Id,
            d.Kind,
            d.BatchId,
            d.EssayId,
            d.Ours,
            d.Theirs,
            d.FirstSeenAt,
            d.ReportedAt!.Value,
            d.RepairedAt,
            d.RepairedBy
        );
    }

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/internal/v1/reconciliation", HandleAsync).RequireOperator();

    static async Task<Page<Item>> HandleAsync(PageRequest page, ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var open = db.Differences.Open();
        if (page.Cursor is not null)
        {
            var (at, id) = Cursor.DecodeInstantAndId(page.Cursor);
            open = open.Where(d => d.ReportedAt > at || (d.ReportedAt == at && d.Id > id));
        }
        var found = await open.OrderBy(d => d.ReportedAt)
            .ThenBy(d => d.Id)
            .Take(page.Limit + 1)
            .Select(Item.From)
            .ToListAsync(cancellationToken);
        return Page.Of(found, page, item => item, item => Cursor.Encode(item.ReportedAt, item.Id));
    }
}
