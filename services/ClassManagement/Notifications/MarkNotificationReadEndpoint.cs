using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>The teacher has seen it; saying so again changes nothing.</summary>
static class MarkNotificationReadEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/notifications/{id}/read", HandleAsync).RequireTeacher().WithIdempotency();

    static async Task<NoContent> HandleAsync(
        Guid id,
        Caller caller,
        ClassManagementDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var own = db.Notifications.Where(n => n.NotificationId == id && n.TeacherId == caller.UserId);
        var now = clock.GetUtcNow();
        var found = await own.ExecuteUpdateAsync(read => read.SetProperty(n => n.ReadAt, n => n.ReadAt ?? now), cancellationToken);
        return found == 1
            ? TypedResults.NoContent()
            : throw new ProblemException(Problems.ResourceNotFound, "There is no such notification.");
    }
}
