using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>Adds to the audit; what is added is stored with what it tells of.</summary>
sealed class AuditTrail(PortalDbContext db, TimeProvider clock, IHttpContextAccessor http)
{
    internal void Add(AuditAct act, string? userId, string? subject = null, string? reason = null)
    {
        var now = clock.GetUtcNow();
        db.Audit.Add(
            new()
            {
                Id = Guid.CreateVersion7(now),
                At = now,
                UserId = userId,
                Act = act,
                Subject = subject,
                Reason = reason,
                CorrelationId = http.HttpContext?.CorrelationId(),
            }
        );
    }
}
