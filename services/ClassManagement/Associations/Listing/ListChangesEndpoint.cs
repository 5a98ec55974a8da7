using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>The history of one association, oldest first: whom each decision bound the essay to, how and when.</summary>
static class ListChangesEndpoint
{
    internal sealed record Change(int Version, ChangeKind Decision, ValidationMethod Method, string By, DateTimeOffset At)
    {
        public StudentView? FromStudent { get; init; }

        public StudentView? ToStudent { get; init; }
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/batches/{id}/student-associations/{essayId}/changes", HandleAsync).RequireTeacher();

    static async Task<IReadOnlyList<Change>> HandleAsync(
        Guid id,
        Guid essayId,
        Caller caller,
        ClassManagementDbContext db,
        AssociationViews views,
        CancellationToken cancellationToken
    )
    {
        var isOwn = await db.AssociationSets.AnyAsync(set => set.BatchId == id && set.OwnerUserId == caller.UserId, cancellationToken);
        if (!isOwn || !await db.Associations.AnyAsync(row => row.BatchId == id && row.EssayId == essayId, cancellationToken))
        {
            throw isOwn ? SetProblems.EssayNotFound() : SetProblems.NotFound();
        }
        var changes = await db
            .AssociationChanges.AsNoTracking()
            .Where(change => change.BatchId == id && change.EssayId == essayId)
            .OrderBy(change => change.Version)
            .ToListAsync(cancellationToken);
        var students = await views.StudentsAsync(changes.SelectMany(Named), cancellationToken);
        return
        [
            .. changes.Select(change => new Change(change.Version, change.Decision, change.Method, change.By, change.At)
            {
                FromStudent = Find(change.FromStudentId),
                ToStudent = Find(change.ToStudentId),
            }),
        ];

        StudentView? Find(Guid? student) => student is { } known ? students.GetValueOrDefault(known) : null;
    }

    static IEnumerable<Guid> Named(AssociationChange change) => new[] { change.FromStudentId, change.ToStudentId }.OfType<Guid>();
}
