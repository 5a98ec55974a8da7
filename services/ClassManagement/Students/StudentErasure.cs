using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>A deleted student keeps the id, so that old associations stay readable, and loses name and address after 30 days.</summary>
sealed class StudentErasure(IServiceProvider services, TimeProvider clock) : PeriodicWork(services)
{
    internal const string ErasedName = "-";
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) =>
        EraseAsync(scope.GetRequiredService<ClassManagementDbContext>(), clock.GetUtcNow(), cancellationToken);

    internal static async Task EraseAsync(ClassManagementDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = now - KeptFor;
        await db
            .Students.Where(s => s.DeletedAt != null && s.DeletedAt <= due && s.ErasedAt == null)
            .ExecuteUpdateAsync(
                erased =>
                    erased
                        .SetProperty(s => s.FirstName, ErasedName)
                        .SetProperty(s => s.LastName, ErasedName)
                        .SetProperty(s => s.LegalFullName, (string?)null)
                        .SetProperty(s => s.Email, (string?)null)
                        .SetProperty(s => s.ErasedAt, now),
                cancellationToken
            );
    }
}
