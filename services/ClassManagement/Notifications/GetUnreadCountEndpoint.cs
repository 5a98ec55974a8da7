using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>How many notifications the teacher has not read, and how many of these ask for an act.</summary>
static class GetUnreadCountEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/notifications/count", HandleAsync).RequireTeacher();

    static async Task<Answer> HandleAsync(Caller caller, ClassManagementDbContext db, CancellationToken cancellationToken)
    {
        var counts = await db
            .Notifications.Where(n => n.TeacherId == caller.UserId && n.ReadAt == null)
            .GroupBy(_ => true)
            .Select(unread => new Answer(unread.Count(), unread.Count(n => n.ActionRequired)))
            .SingleOrDefaultAsync(cancellationToken);
        return counts ?? new Answer(0, 0);
    }

    internal sealed record Answer(int Unread, int ActionRequired);
}
