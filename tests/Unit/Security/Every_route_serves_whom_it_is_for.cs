using System.Net;
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
        var routes = HostRoutes.Of(host);
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
        identity.AddTo(request);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
