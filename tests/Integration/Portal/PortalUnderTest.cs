using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phase1.Portal;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The Portal, whole, with the other services faked, and browsers that look at it.</summary>
sealed class PortalUnderTest : IAsyncDisposable
{
    internal const string Password = "correct horse battery";

    readonly List<Browser> _browsers = [];

    PortalUnderTest(ServiceUnderTest service) => Service = service;

    internal ServiceUnderTest Service { get; }

    internal FakeHttp Others => Service.Others;

    internal Uri Address { get; private set; } = null!;

    internal static async Task<PortalUnderTest> StartAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var portal = new PortalUnderTest(
            await ServiceUnderTest.StartAsync(
                () => new PortalService(),
                builder =>
                {
                    HashQuickly(builder);
                    builder.Configuration.AddInMemoryCollection(TestSettings.WithoutModels);
                    configure?.Invoke(builder);
                }
            )
        );
        portal.Locate();
        return portal;
    }

    /// <summary>A browser that nobody has signed in with.</summary>
    internal Browser Browser()
    {
        var browser = new Browser(Address);
        _browsers.Add(browser);
        return browser;
    }

    /// <summary>Makes a person and signs in.</summary>
    internal async Task<Browser> SignedInAsync(string login, params string[] roles)
    {
        await MakeAsync(login, roles);
        var browser = Browser();
        await browser.GetAsync("/sign-in");
        (await browser.PostAsync("/sign-in", ("login", login), ("password", Password))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return browser;
    }

    /// <summary>Makes a person; somebody who can administer people too, since without one every page leads to the first person's.</summary>
    internal async Task MakeAsync(string login, params string[] roles)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        if (await scope.ServiceProvider.GetRequiredService<FirstPerson>().IsMissingAsync(CancellationToken.None))
        {
            (await accounts.CreateAsync(Account("head", Phase1Roles.SchoolAdmin))).Succeeded.ShouldBeTrue();
        }
        (await accounts.CreateAsync(Account(login, roles), Password)).Succeeded.ShouldBeTrue();
    }

    /// <summary>The secret of a new link.</summary>
    internal async Task<string> LinkAsync(LinkPurpose purpose, string? userId = null)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var secret = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().MakeAsync(purpose, userId, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        return secret;
    }

    internal async Task RestartAsync()
    {
        await Service.RestartAsync();
        Locate();
        _browsers.ForEach(browser => browser.Address = Address);
    }

    public async ValueTask DisposeAsync()
    {
        _browsers.ForEach(browser => browser.Dispose());
        await Service.DisposeAsync();
    }

    // A unit test sees to how long it takes in earnest.
    static void HashQuickly(WebApplicationBuilder builder) =>
        builder.Host.ConfigureContainer<IServiceCollection>(
            (_, services) => services.AddSingleton(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
        );

    void Locate()
    {
        using var client = Service.As(null);
        Address = client.BaseAddress!;
    }

    Account Account(string login, params string[] roles) =>
        new()
        {
            Id = $"user-{login}",
            UserName = login,
            DisplayName = $"{login} <b>",
            Roles = roles,
            CreatedAt = Service.Clock.GetUtcNow(),
        };
}
