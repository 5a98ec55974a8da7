using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>For the other services, on behalf of the owner: who wrote the essays of a batch, and one row by its essay.</summary>
static class GetEssayAuthorsEndpoint
{
    internal sealed record Author(Guid EssayId, Guid StudentId, string FirstName, string LastName, string FullLegalName);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/batches/{id}/student-names", HandleBatchAsync).RequireServiceOrTeacher();
        routes.MapGet("/internal/v1/associations/essay/{essayId}", HandleEssayAsync).RequireServiceOrTeacher();
    }

    static async Task<IReadOnlyList<Author>> HandleBatchAsync(
        Guid id,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    )
    {
        var owner = await db
            .AssociationSets.Where(set => set.BatchId == id)
            .Select(set => set.OwnerUserId)
            .SingleOrDefaultAsync(cancellationToken);
        if (owner is null || !caller.MaySee(owner))
        {
            return [];
        }
        return await (
            from row in db.Associations
            join student in db.Students on row.DecidedStudentId equals student.StudentId
            where row.BatchId == id
            orderby row.EssayId
            select new Author(
                row.EssayId,
                student.StudentId,
                student.FirstName,
                student.LastName,
                student.LegalFullName ?? student.FirstName + " " + student.LastName
            )
        ).ToListAsync(cancellationToken);
    }

    static async Task<AssociationView> HandleEssayAsync(
        Guid essayId,
        Caller caller,
        ClassManagementDbContext db,
        AssociationViews views,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from row in db.Associations.AsNoTracking()
            join set in db.AssociationSets.AsNoTracking() on row.BatchId equals set.BatchId
            where row.EssayId == essayId
            select new { Row = row, set.OwnerUserId }
        ).SingleOrDefaultAsync(cancellationToken);
        return found is not null && caller.MaySee(found.OwnerUserId)
            ? (await views.OfAsync([found.Row], cancellationToken))[0]
            : throw SetProblems.EssayNotFound();
    }
}
