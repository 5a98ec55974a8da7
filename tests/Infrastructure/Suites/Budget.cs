using System.Globalization;
using System.Text.Json;
using Phase1.Servers.Processes;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>What work may cost, from <c>eng/budgets.json</c>: whoever makes it dearer changes the file and says why.</summary>
/// <param name="Services">What a batch may cost in each service, in the log's database ("Log"), and in sum ("Sum").</param>
public sealed record Budget(IReadOnlyDictionary<string, WorkCounts> Services)
{
    const string File = "eng/budgets.json";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    /// <summary>What the engine may allocate for a record that changes a saga and publishes another record.</summary>
    public static int AllocatedBytesAMessage => Read("engine").GetProperty("allocated_bytes_a_message").GetInt32();

    /// <param name="name">The name of an entry of the file.</param>
    public static Budget OfBatch(string name) => new(Read(name).Deserialize<Dictionary<string, WorkCounts>>(Json)!);

    /// <summary>What is above the budget, one sentence each; the last one shows all that was counted.</summary>
    public IReadOnlyList<string> Excesses(IReadOnlyDictionary<string, WorkCounts> counted)
    {
        var excesses = counted.SelectMany(service => Excesses(service.Key, service.Value, Services[service.Key])).ToList();
        return excesses.Count == 0 ? [] : [.. excesses, $"counted: {JsonSerializer.Serialize(counted, Json)}"];
    }

    static JsonElement Read(string name)
    {
        using var file = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.PathOf(File)));
        return file.RootElement.GetProperty(name).Clone();
    }

    static IEnumerable<string> Excesses(string service, WorkCounts counted, WorkCounts budget)
    {
        (string What, double Counted, double Budget)[] figures =
        [
            ("statements", counted.Statements, budget.Statements),
            ("commits", counted.Commits, budget.Commits),
            ("round trips", counted.RoundTrips, budget.RoundTrips),
            ("requests", counted.Requests, budget.Requests),
        ];
        return figures
            .Where(figure => figure.Counted > figure.Budget)
            .Select(figure =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{service}: {figure.Counted} {figure.What} a batch, the budget has {figure.Budget}"
                )
            );
    }
}
