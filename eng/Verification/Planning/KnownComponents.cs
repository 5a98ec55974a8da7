using System.Text.Json;
using System.Text.Json.Serialization;
using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Planning;

/// <summary>A part of the suite, as the matrix lists it.</summary>
/// <param name="Id">As in <c>cms.worker.DeadlineMonitor</c>.</param>
/// <param name="Categories">How it can fail.</param>
sealed record KnownComponent(string Id, IReadOnlyList<Category> Categories)
{
    /// <summary>What else a text may call it.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The last part of its id, and its other names.</summary>
    internal IEnumerable<string> AllNames => Names.Prepend(Id.Split('.', 3)[^1]);

    /// <summary>Read from <c>{"components": [{"id", "categories", "names"}]}</c>, whatever else that document holds.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    internal static IReadOnlyList<KnownComponent> Read(string json) =>
        JsonSerializer.Deserialize<Document>(json, Json)?.Components ?? throw new JsonException("It is null.");

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    sealed record Document(IReadOnlyList<KnownComponent> Components);
}
