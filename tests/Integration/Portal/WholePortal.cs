using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>One Portal that knows of all services, for tests that change nothing in it, with somebody of each role. Each test says what the services answer.</summary>
public sealed class WholePortal : IAsyncLifetime
{
    internal PortalUnderTest Portal { get; private set; } = null!;

    internal Browser Officer { get; private set; } = null!;

    internal Browser Teacher { get; private set; } = null!;

    internal Browser Admin { get; private set; } = null!;

    internal Browser Operator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalUnderTest.StartAsync(Programs.HaveAllServices);
        Officer = await Portal.SignedInAsync("officer", Phase1Roles.PrivacyOfficer);
        Teacher = await Portal.SignedInAsync("teacher", Phase1Roles.Teacher);
        Admin = await Portal.SignedInAsync("admin", Phase1Roles.SchoolAdmin);
        Operator = await Portal.SignedInAsync("operator", Phase1Roles.Operator);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
