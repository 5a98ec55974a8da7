using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class GetClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/classes/{id}", HandleAsync).RequireTeacher().MayAnswer(Problems.ClassNotFound);

    internal static async Task<ClassDocument> HandleAsync(
        Guid id,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    ) =>
        await db
            .Classes.Own(caller.UserId)
            .Where(c => c.ClassId == id)
            .Select(ClassDocument.From(db))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw OwnClasses.NotFound();
}
