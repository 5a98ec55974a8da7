using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

/// <summary>For the other services: who owns a class, and which course it has; by class, or by the batches of its sets.</summary>
static class GetClassInfoEndpoint
{
    internal sealed record Answer(Guid ClassId, string Name, CourseCode CourseCode, string OwnerUserId)
    {
        internal static readonly Expression<Func<SchoolClass, Answer>> From = c => new Answer(
            c.ClassId,
            c.Name,
            c.CourseCode,
            c.CreatedByUserId
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/internal/v1/classes/{id}", HandleClassAsync).RequireServiceOrTeacher().MayAnswer(Problems.ClassNotFound);
        routes.MapGet("/internal/v1/batches/class-info", HandleBatchesAsync).RequireServiceOrTeacher();
    }

    static async Task<Answer> HandleClassAsync(Guid id, Caller caller, ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var found = await db
            .Classes.Where(c => c.ClassId == id && c.DeletedAt == null)
            .Select(Answer.From)
            .SingleOrDefaultAsync(cancellationToken);
        return found is not null && caller.MaySee(found.OwnerUserId) ? found : throw OwnClasses.NotFound();
    }

    static async Task<Dictionary<Guid, Answer?>> HandleBatchesAsync(
        BatchIds batchIds,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from set in db.AssociationSets.Where(s => batchIds.Values.Contains(s.BatchId))
            join c in db.Classes on set.ClassId equals c.ClassId
            select new { set.BatchId, Answer = new Answer(c.ClassId, c.Name, c.CourseCode, c.CreatedByUserId) }
        ).ToDictionaryAsync(row => row.BatchId, row => row.Answer, cancellationToken);
        return batchIds.ToMap(id => found.TryGetValue(id, out var answer) && caller.MaySee(answer.OwnerUserId) ? answer : null);
    }
}
