using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Phase1.Unit.Tests.Docs;

/// <summary>The OpenAPI description that a running service gives of itself.</summary>
sealed partial class HttpDescription(JsonNode document)
{
    internal static async Task<HttpDescription> OfAsync(HttpClient service) =>
        new((await service.GetFromJsonAsync<JsonNode>("/openapi/v1.json", TestContext.Current.CancellationToken))!);

    /// <summary>Every operation, by address and method.</summary>
    internal IReadOnlyList<HttpOperation> Operations { get; } =
    [
        .. from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        orderby path.Key, operation.Key
        select new HttpOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject()),
    ];

    /// <summary>Whether a route, named as in the route table, is described with a status.</summary>
    internal bool Knows(string method, string route, int status)
    {
        var path = Constraint().Replace(route[(method.Length + 1)..], "}");
        return Operations.Any(operation =>
            operation.Method == method && operation.Path.TrimEnd('/') == path.TrimEnd('/') && operation.Statuses.Contains($"{status}")
        );
    }

    [GeneratedRegex(":[a-z]+}")]
    private static partial Regex Constraint();
}

/// <summary>One method of one address, as it is described.</summary>
sealed record HttpOperation(string Method, string Path, JsonObject Description)
{
    internal IEnumerable<string> Statuses => Description["responses"]!.AsObject().Select(answer => answer.Key);

    internal IEnumerable<string> Bodies => Description["requestBody"]?["content"]?.AsObject().Select(body => body.Key) ?? [];

    internal IEnumerable<JsonObject> Parameters(string place) =>
        (Description["parameters"]?.AsArray() ?? [])
            .Select(parameter => parameter!.AsObject())
            .Where(parameter => Text(parameter, "in") == place);

    internal JsonObject? Parameter(string place, string name) =>
        Parameters(place).SingleOrDefault(parameter => Text(parameter, "name") == name);

    internal static string Text(JsonObject node, string name) => node[name]!.GetValue<string>();

    public override string ToString() => $"{Method} {Path}";
}
