namespace Phase1.Unit.Tests.Security;

/// <summary>No answer of any route is kept on its way, or taken for something else than it says: those that succeed and those that refuse.</summary>
public sealed class Every_answer_is_for_the_caller_alone
{
    public static TheoryData<string> Services => [.. HostWithoutDatabase.Services];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Each_route_says_so_to_each_identity(string service)
    {
        await using var host = await HostWithoutDatabase.StartAsync(service);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        var open = new List<string>();
        foreach (var (name, method, address) in HostRoutes.Of(host).Append(("GET /nowhere", "GET", "/nowhere")))
        {
            foreach (var identity in Identity.All)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address);
                identity.AddTo(request);
                using var answer = await client.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    TestContext.Current.CancellationToken
                );
                if (!IsPrivate(answer))
                {
                    open.Add($"{name} for {identity.Name}: {(int)answer.StatusCode}");
                }
            }
        }
        await host.StopAsync(TestContext.Current.CancellationToken);
        open.ShouldBeEmpty();
    }

    static bool IsPrivate(HttpResponseMessage answer) =>
        answer.Headers.CacheControl?.ToString() == "no-store"
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var values)
        && values.Single() == "nosniff";
}
