using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Matching;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>The teacher's list: what needs a decision first.</summary>
static class ListAssociationsEndpoint
{
    internal sealed record Answer(
        Guid BatchId,
        Guid ClassId,
        CourseCode CourseCode,
        SetState State,
        DateTimeOffset OpenedAt,
        DateTimeOffset DeadlineAt,
        DateTimeOffset? ReleasedAt,
        MatchingThresholds Thresholds,
        SetCounts Counts,
        IReadOnlyList<AssociationView> Associations
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/batches/{id}/student-associations", HandleAsync).RequireTeacher();

    static async Task<Answer> HandleAsync(
        Guid id,
        Caller caller,
        HttpContext http,
        ClassManagementDbContext db,
        AssociationViews views,
        MatchingThresholds thresholds,
        CancellationToken cancellationToken
    )
    {
        var set =
            await db
                .AssociationSets.AsNoTracking()
                .SingleOrDefaultAsync(s => s.BatchId == id && s.OwnerUserId == caller.UserId, cancellationToken)
            ?? throw SetProblems.NotFound();
        // The version is read before the rows: at worst the caller decides on newer rows with an older tag, and is told so.
        SetTag.Show(http, set.Version);
        var rows = await db.Associations.AsNoTracking().Where(row => row.BatchId == id).ToListAsync(cancellationToken);
        return new Answer(
            set.BatchId,
            set.ClassId,
            set.CourseCode,
            set.State,
            set.OpenedAt,
            set.DeadlineAt,
            set.ReleasedAt,
            thresholds,
            SetCounts.Of(rows, thresholds),
            await views.OfAsync(rows, cancellationToken)
        );
    }
}
