using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>One Portal for tests that change nothing in it, with a teacher who has signed in. Each test says what the other services answer.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    internal PortalUnderTest Portal { get; private set; } = null!;

    internal Browser Teacher { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalUnderTest.StartAsync();
        Teacher = await Portal.SignedInAsync("anna", Phase1Roles.Teacher);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
