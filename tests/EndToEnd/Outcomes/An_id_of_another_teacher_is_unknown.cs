using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>Every route that takes an id and serves teachers, asked by the owner and by another teacher: to the other there is no such thing.</summary>
[Collection(nameof(EveryOutcome))]
[Trait("Scenario", "S-715")]
public sealed class An_id_of_another_teacher_is_unknown(EveryOutcome outcome)
{
    // It answers with a list of what is the caller's own: to another teacher an empty one.
    const string AnswersEmpty = "GET /internal/v1/batches/{id}/student-names";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_every_route()
    {
        var requests = await OwnedRequests.OfAsync(outcome);
        RoutesWithIds().ShouldBe(requests.Select(request => request.Route), ignoreOrder: true);

        var surprises = new List<string>();
        foreach (var request in requests)
        {
            var answer = await AskAsync(request, "teacher-of-somebody-else");
            var hidden =
                request.Route == AnswersEmpty
                    ? answer is (HttpStatusCode.OK, "[]")
                    : answer.Status == HttpStatusCode.NotFound && answer.Body.Contains("_NOT_FOUND\"", StringComparison.Ordinal);
            if (!hidden)
            {
                surprises.Add($"{request.Route}: {(int)answer.Status} {answer.Body}");
            }
        }
        surprises.ShouldBeEmpty();
    }

    // Else the ids might be unknown to everybody. What changes something is left alone: other tests look at this batch.
    [Fact]
    public async Task And_known_to_its_owner()
    {
        var reading = (await OwnedRequests.OfAsync(outcome)).Where(request => request.Body is null && request.IsReading).ToList();
        reading.ShouldNotBeEmpty();
        foreach (var request in reading)
        {
            (await AskAsync(request, outcome.Finished.Teacher)).Status.ShouldNotBe(HttpStatusCode.NotFound, request.Route);
        }
    }

    IEnumerable<string> RoutesWithIds() =>
        from services in outcome.Suite.Services
        from endpoint in services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        where endpoint.RoutePattern.Parameters.Count > 0
        where endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy is Phase1Policies.Teacher or Phase1Policies.ServiceOrTeacher
        select $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()} /{endpoint.RoutePattern.RawText!.TrimStart('/')}";

    async Task<(HttpStatusCode Status, string Body)> AskAsync(OwnedRequest request, string teacher)
    {
        using var client = outcome.Suite.Client(request.Service, teacher);
        using var message = new HttpRequestMessage(request.Method, request.Address) { Content = request.Content };
        message.Headers.TryAddWithoutValidation("X-File-Name", "essay.txt");
        using var answer = await client.SendAsync(message, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}

/// <summary>A request that only the owner of an id may make.</summary>
/// <param name="Service">Whom it asks.</param>
/// <param name="Route">Method and pattern.</param>
/// <param name="Address">The pattern with the owner's ids.</param>
/// <param name="Body">What is sent as JSON; a text is sent as a file.</param>
sealed record OwnedRequest(string Service, string Route, string Address, object? Body)
{
    internal HttpMethod Method => new(Route[..Route.IndexOf(' ', StringComparison.Ordinal)]);

    internal bool IsReading => Method == HttpMethod.Get;

    internal HttpContent? Content =>
        Body switch
        {
            null => null,
            string file => new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(file)),
            _ => JsonContent.Create(Body),
        };
}
