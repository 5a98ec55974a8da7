using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Slots;

static class GetEssayEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/essays/{id:guid}", HandleAsync).RequireTeacher();

    static async Task<EssayRow> HandleAsync(Guid id, Caller caller, EssayDbContext db, CancellationToken cancellationToken)
    {
        var own = await db.EssaysWithErrors()
            .Where(row => row.Essay.EssayId == id)
            .Where(row => db.Trackers.Any(tracker => tracker.BatchId == row.Essay.BatchId && tracker.UserId == caller.UserId))
            .SingleOrDefaultAsync(cancellationToken);
        return own is null ? throw new ProblemException(Problems.ResourceNotFound, "There is no such essay.") : EssayRow.Of(own);
    }
}
