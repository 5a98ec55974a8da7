using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;
using Phase1.Unit.Tests.Docs;

namespace Phase1.Unit.Tests.Security;

/// <summary>
/// All routes by all identities, over HTTP. The hosts have no database: who may not call is refused before anything is asked of one, and who may is
/// told to come again.
/// </summary>
[Trait("Scenario", "S-715")]
public sealed class Every_route_serves_whom_it_is_for
{
    public static TheoryData<string> Services => [.. HostWithoutDatabase.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Each_identity_is_let_in_refused_or_unknown_as_the_table_says(string service)
    {
        var table = RouteTable.Of(service);
        await using var host = await HostWithoutDatabase.StartAsync(service);
        var routes = RoutesOf(host);
        routes.Select(route => route.Name).Order().ShouldBe(table.Keys.Order());

        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        var description = await HttpDescription.OfAsync(client);
        var surprises = new List<string>();
        foreach (var (name, method, address) in routes)
        {
            foreach (var identity in Identity.All)
            {
                var status = await StatusAsync(client, method, address, identity);
                var refusal = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? (int?)status : null;
                if (refusal != identity.RefusalBy(table[name]))
                {
                    surprises.Add($"{name} for {identity.Name}: {(int)status}");
                }
                if (table[name] != Audience.Anybody && !description.Knows(method, name, (int)status))
                {
                    surprises.Add($"{name} for {identity.Name}: the description does not know {(int)status}");
                }
            }
        }
        await host.StopAsync(TestContext.Current.CancellationToken);
        surprises.ShouldBeEmpty();
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string method, string address, Identity identity)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add(HeaderNames.ServiceId, "tests");
        Add(HeaderNames.ApiKey, identity.Key);
        Add(HeaderNames.UserId, identity.User);
        Add(HeaderNames.UserRoles, identity.Roles);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    static List<(string Name, string Method, string Address)> RoutesOf(WebApplication host) =>
        [
            .. from endpoint in host
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
            let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            let method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()
            select ($"{method} {pattern}", method, AddressOf(endpoint)),
        ];

    static string AddressOf(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
                            _ => "01890000-0000-7000-8000-000000000001",
                        }
                    )
                )
            )
        );
}
