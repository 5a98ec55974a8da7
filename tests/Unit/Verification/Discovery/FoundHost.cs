using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Servers.Suites;
using Phase1.ServiceDefaults;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Verification.Discovery;

/// <summary>What a host is made of, as an installation runs it. It is built and asked, and nothing of it is started.</summary>
/// <param name="Name">The service's name in the configuration.</param>
/// <param name="Types">What its container makes, without the framework's own.</param>
/// <param name="Workers">What works in the background, without the framework's own.</param>
/// <param name="Options">Its sections of settings.</param>
/// <param name="Routes">Its routes, as in "GET /livez".</param>
sealed record FoundHost(
    string Name,
    IReadOnlyList<Type> Types,
    IReadOnlyList<Type> Workers,
    IReadOnlyList<OptionsSection> Options,
    IReadOnlyList<string> Routes
)
{
    static readonly Lazy<Task<IReadOnlyList<FoundHost>>> Built = new(BuildAsync);

    internal static Task<IReadOnlyList<FoundHost>> AllAsync() => Built.Value;

    /// <summary>As in bos.</summary>
    internal string ShortName => Enum.Parse<SuiteService>(Name).ShortName();

    /// <summary>A host that is built in the environment Production, and everything that was put into its container.</summary>
    internal static (WebApplication Host, IServiceCollection Registrations) Build(string service)
    {
        IServiceCollection? registrations = null;
        var host = HostWithoutDatabase.Build(
            service,
            Environments.Production,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Portal:PublicUrl", "https://portal.test")]);
                builder.Host.UseDefaultServiceProvider(checks => (checks.ValidateOnBuild, checks.ValidateScopes) = (true, true));
                builder.Host.ConfigureContainer<IServiceCollection>(all => registrations = all);
            }
        );
        return (host, registrations!);
    }

    static async Task<IReadOnlyList<FoundHost>> BuildAsync()
    {
        var found = new List<FoundHost>();
        foreach (var service in HostWithoutDatabase.All)
        {
            found.Add(await ReadAsync(service));
        }
        return found;
    }

    // A method of its own: what MassTransit keeps of a host for whoever called ends with it, and does not reach the next host.
    static async Task<FoundHost> ReadAsync(string service)
    {
        var (host, registrations) = Build(service);
        await using (host)
        {
            return Read(service, host, registrations);
        }
    }

    static FoundHost Read(string service, WebApplication host, IServiceCollection registrations) =>
        new(
            service,
            [.. registrations.SelectMany(TypesOf).Where(IsOurs).Distinct()],
            [.. host.Services.GetServices<IHostedService>().Select(worker => worker.GetType()).Where(IsOurs).Distinct()],
            [.. registrations.Select(one => one.IsKeyedService ? null : one.ImplementationInstance).OfType<OptionsSection>().Distinct()],
            [
                .. from endpoint in ((IEndpointRouteBuilder)host).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
                from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
                select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}",
            ]
        );

    static IEnumerable<Type> TypesOf(ServiceDescriptor one) =>
        one.IsKeyedService ? [] : new[] { one.ServiceType, one.ImplementationType, one.ImplementationInstance?.GetType() }.OfType<Type>();

    internal static bool IsOurs(Type type) => type.Assembly.GetName().Name!.StartsWith("Phase1.", StringComparison.Ordinal);
}
