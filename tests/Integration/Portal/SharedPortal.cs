using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>One Portal for tests that change nothing in it, with a teacher who has signed in. Each test says what the other services answer.</summary>
public sealed class SharedPortal : IAsyncLifetime
{
    internal PortalUnderTest Portal { get; private set; } = null!;

    internal Browser Teacher { get; private set; } = null!;

    /// <summary>Sends a file as the page's script does.</summary>
    internal async Task<Seen> SendAsync(HttpContent file, string name, Guid session) =>
        await Teacher.SendAsync(
            HttpMethod.Put,
            $"/batches/{Neighbourhood.BatchId}/files/{PageRoutesTable.Id}?session={session}",
            file,
            headers =>
            {
                headers.Add("X-Antiforgery", Teacher.Token);
                headers.Add("X-File-Name", Uri.EscapeDataString(name));
            }
        );

    public async ValueTask InitializeAsync()
    {
        Portal = await PortalUnderTest.StartAsync();
        Teacher = await Portal.SignedInAsync("anna", Phase1Roles.Teacher);
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
