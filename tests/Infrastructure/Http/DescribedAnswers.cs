using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Http;

/// <summary>
/// Holds every answer that a test receives from a service against the OpenAPI description that the service gives of itself: the status must be described, and a
/// body of a success must fit its schema and have no property beside it.
/// </summary>
/// <param name="service">The service's name; its description is read once a process.</param>
public sealed class DescribedAnswers(string service) : DelegatingHandler(new SocketsHttpHandler())
{
    static readonly ConcurrentDictionary<string, Lazy<Task<AnswerSchemas>>> Known = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        var address = new Uri(request.RequestUri!, "/openapi/v1.json");
        var schemas = await Known.GetOrAdd(service, _ => new(() => ReadAsync(address))).Value;
        if (schemas.Find(request.Method.Method, request.RequestUri!.AbsolutePath) is not { } operation)
        {
            return answer;
        }
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
        operation.Describes(status).ShouldBeTrue($"{operation} answers {status}, which its description lacks");
        // A stream of events has no end to wait for, and a repeated answer without a body nothing to check.
        if (status < 300 && type == "application/json")
        {
            // As bytes: a stream would be read to its end for the test, too.
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            var body = bytes.Length == 0 ? null : JsonNode.Parse(bytes);
            operation.Faults(status, body).ShouldBeEmpty($"{operation} answers {status} with a body that does not fit its description");
        }
        return answer;
    }

    static async Task<AnswerSchemas> ReadAsync(Uri address)
    {
        using var client = new HttpClient();
        return new((await client.GetFromJsonAsync<JsonNode>(address))!);
    }
}
