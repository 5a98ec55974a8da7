using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Messaging.Time;
using Phase1.Unit.Tests.Architecture;
using Phase1.Unit.Tests.Security;
using Phase1.Unit.Tests.Verification.Discovery;

namespace Phase1.Unit.Tests.Verification;

/// <summary>The built hosts, as an installation runs them: all that they need can be made, no double stands in them, and settings are read once.</summary>
public sealed partial class Every_host_is_wired
{
    // The framework's handlers and our clients, whose options have names; none of these is a setting that changes.
    static readonly string[] MayReadByName =
    [
        "OidcProvider.cs",
        "ServiceClients.cs",
        "ServiceKeyHandler.cs",
        "SessionCookies.cs",
        "TokenAuthentication.cs",
    ];

    public static TheoryData<string> Services => [.. HostWithoutDatabase.All];

    [Theory]
    [Trait("Scenario", "FRM-12")]
    [Trait("Scenario", "FRM-15")]
    [MemberData(nameof(Services))]
    public async Task Everything_that_a_host_has_can_be_made_and_none_of_it_is_a_double(string service)
    {
        var (host, registrations) = FoundHost.Build(service);
        await using var _ = host;

        (await WiringFaults.InAsync(host.Services, registrations)).ShouldBeEmpty();
        registrations.Count(one => one.ServiceType == typeof(IHostedService)).ShouldBeGreaterThan(3);
        host.Services.GetRequiredService<ILog>().ShouldBeOfType<PostgresLog>();
        host.Services.GetRequiredService<TimeProvider>().ShouldBeOfType<DatabaseTimeProvider>();
    }

    [Theory]
    [Trait("Scenario", "FRM-36")]
    [MemberData(nameof(Services))]
    public async Task No_file_of_settings_is_watched(string service)
    {
        await using var host = HostWithoutDatabase.Build(service);

        var files = ((IConfigurationRoot)host.Configuration).Providers.OfType<FileConfigurationProvider>().ToList();
        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => !file.Source.ReloadOnChange);
    }

    [Fact]
    [Trait("Scenario", "FRM-36")]
    public void No_setting_is_read_again() =>
        SourceFiles
            .In("libs", "services")
            .Where(file => ChangingOptions().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileName(file))
            .Except(MayReadByName)
            .ShouldBeEmpty();

    [Theory]
    [Trait("Scenario", "FRM-36")]
    [InlineData("sealed class Reader(IOptionsMonitor<PageOptions> options)", true)]
    [InlineData("sealed class Reader(IOptionsSnapshot<PageOptions> options)", true)]
    [InlineData("sealed class Reader(IOptions<PageOptions> options)", false)]
    public void A_reader_of_changing_settings_is_found(string source, bool found) => ChangingOptions().IsMatch(source).ShouldBe(found);

    [Fact]
    [Trait("Scenario", "FRM-12")]
    public async Task A_store_that_is_a_double_is_refused_and_the_real_one_is_not()
    {
        (await FaultsOfAsync(services => services.AddSingleton<IShelf, InMemoryShelf>())).ShouldBe(["IShelf is InMemoryShelf, a double"]);
        (await FaultsOfAsync(services => services.AddSingleton<IShelf, Shelf>().AddSingleton<Wood>())).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-15")]
    public async Task What_is_missing_is_named_with_what_needs_it()
    {
        var fault = (await FaultsOfAsync(services => services.AddSingleton<IShelf, Shelf>())).ShouldHaveSingleItem();

        fault.ShouldStartWith("IShelf cannot be made");
        fault.ShouldContain(nameof(Wood));
    }

    static async Task<IReadOnlyList<string>> FaultsOfAsync(Func<IServiceCollection, IServiceCollection> register)
    {
        var services = register(new ServiceCollection());
        await using var built = services.BuildServiceProvider();
        return await WiringFaults.InAsync(built, services);
    }

    interface IShelf;

    sealed class Wood;

    sealed class Shelf(Wood wood) : IShelf
    {
        public Wood Wood { get; } = wood;
    }

    sealed class InMemoryShelf : IShelf;

    [GeneratedRegex(@"\bIOptions(?:Monitor|Snapshot)<")]
    private static partial Regex ChangingOptions();
}
