using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class ListClassesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/classes", HandleAsync).RequireTeacher();

    static async Task<Page<ClassDocument>> HandleAsync(
        PageRequest page,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    )
    {
        var own = db.Classes.Own(caller.UserId);
        if (page.Cursor is not null)
        {
            var (_, after) = Cursor.DecodeInstantAndId(page.Cursor);
            own = own.Where(c => c.ClassId.CompareTo(after) > 0);
        }
        // Ids are made in time order, so this is the order of creation.
        var found = await own.OrderBy(c => c.ClassId).Take(page.Limit + 1).Select(ClassDocument.From(db)).ToListAsync(cancellationToken);
        return Page.Of(found, page, c => c, last => Cursor.Encode(last.CreatedAt, last.Id));
    }
}
