using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phase1.Tests.Infrastructure.Schemas;

namespace Phase1.Tests.Infrastructure.Http;

/// <summary>The answers of one service's routes, as its OpenAPI description has them.</summary>
public sealed partial class AnswerSchemas(JsonNode document)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly List<(string Method, Regex Path, DescribedOperation Operation)> _operations =
    [
        // A route with a fixed segment goes before one with a parameter in its place, as in routing.
        .. from path in document["paths"]!.AsObject()
        orderby path.Key.Count(letter => letter == '{'), path.Key
        from operation in path.Value!.AsObject()
        let method = operation.Key.ToUpperInvariant()
        select (method, PatternOf(path.Key), new DescribedOperation($"{method} {path.Key}", operation.Value!, document)),
    ];

    /// <summary>The operation that a request has reached; null when the description has none.</summary>
    public DescribedOperation? Find(string method, string path) =>
        _operations.FirstOrDefault(known => known.Method == method && known.Path.IsMatch(path)).Operation;

    static Regex PatternOf(string path) => new($"^{Parameter().Replace(path.TrimEnd('/'), "[^/]+")}/?$", RegexOptions.None, Patience);

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
