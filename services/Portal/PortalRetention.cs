using Phase1.Messaging;

namespace Phase1.Portal;

/// <summary>How long the Portal keeps its rows.</summary>
static class PortalRetention
{
    const string SignIns = "act in ('signed_in', 'sign_in_failed', 'signed_out')";

    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new StandingTable("accounts", "as long as the person may sign in, and after that for what the audit names"),
        new AgedTable("sessions", "ends_at", "10 hours after signing in", _ => TimeSpan.Zero),
        new AgedTable("break_glass", "ends_at", "Portal:AuditKeptFor", services => Options(services).AuditKeptFor),
        new AgedTable("one_time_links", "expires_at", "24 hours after it was made, an invitation 72", _ => TimeSpan.Zero),
        new AgedTable("api_tokens", "expires_at", "at most a year after it was made", _ => TimeSpan.Zero),
        new StandingTable("data_protection_keys", "one more each 90 days"),
        new AgedTable("pulses", "changed_at", "no setting", _ => TimeSpan.FromDays(7)),
        new AgedTable("audit", "at", "Portal:SignInsKeptFor", services => Options(services).SignInsKeptFor) { When = SignIns },
        new AgedTable("audit", "at", "Portal:AuditKeptFor", services => Options(services).AuditKeptFor),
    ];

    static PortalOptions Options(IServiceProvider services) => services.GetRequiredService<PortalOptions>();
}
