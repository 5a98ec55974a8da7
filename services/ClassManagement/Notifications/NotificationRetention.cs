using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Notifications are kept for 90 days; a teacher's last one stays, for the next one's place comes behind it.</summary>
sealed class NotificationRetention(IServiceProvider services, TimeProvider clock) : PeriodicWork(services)
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<ClassManagementDbContext>();
        var before = clock.GetUtcNow() - KeptFor;
        await db
            .Notifications.Where(n =>
                n.CreatedAt < before && db.Notifications.Any(later => later.TeacherId == n.TeacherId && later.CreatedAt > n.CreatedAt)
            )
            .ExecuteDeleteAsync(cancellationToken);
    }
}
