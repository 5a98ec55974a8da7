using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>The teacher has seen a notification and all before it: what came after the list was shown stays unread.</summary>
static class MarkNotificationsReadEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/notifications/read", HandleAsync).RequireTeacher().WithIdempotency().MayAnswer(Problems.ResourceNotFound);

    internal sealed record Body(Guid? UpTo = null);

    static async Task<NoContent> HandleAsync(
        Body body,
        Caller caller,
        ClassManagementDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var last = body.UpTo ?? throw ProblemException.Missing("up_to");
        var place = await db
            .Notifications.Of(caller.UserId)
            .Where(n => n.NotificationId == last)
            .Select(n => n.Position)
            .SingleOrDefaultAsync(cancellationToken);
        if (place is null)
        {
            throw new ProblemException(Problems.ResourceNotFound, "There is no such notification.");
        }
        var now = clock.GetUtcNow();
        await db
            .Notifications.Where(n => n.TeacherId == caller.UserId && n.Position <= place && n.ReadAt == null)
            .ExecuteUpdateAsync(read => read.SetProperty(n => n.ReadAt, now), cancellationToken);
        return TypedResults.NoContent();
    }
}
