using System.Text.Json.Nodes;

namespace Phase1.Load.Privacy;

/// <summary>What one service says of an erasure, as its ticket keeps it.</summary>
/// <param name="Service">Its name on the wire.</param>
/// <param name="Erased">Rows that were erased, by table.</param>
/// <param name="Remaining">Rows that were left right afterwards.</param>
/// <param name="Found">Rows that were found when the log had forgotten.</param>
sealed record ServiceProof(string Service, IReadOnlyDictionary<string, int> Erased, int Remaining, int Found)
{
    /// <summary>Reads them out of the ticket of an erasure that has ended.</summary>
    internal static IReadOnlyList<ServiceProof> Of(JsonNode ticket)
    {
        var (erasure, proof) = (ResultOf(ticket, "erasure"), ResultOf(ticket, "proof"));
        return
        [
            .. erasure.Select(service => new ServiceProof(
                service.Key,
                Counts(service.Value!["counts"]!),
                Counts(service.Value["remaining"]!).Values.Sum(),
                Counts(proof[service.Key]?["counts"] ?? new JsonObject { ["no_answer"] = 1 }).Values.Sum()
            )),
        ];
    }

    /// <summary>What a stage of a ticket has found.</summary>
    internal static JsonObject ResultOf(JsonNode ticket, string stage) => ticket["metadata"]!["stages"]![stage]!["result"]!.AsObject();

    internal string ToText() =>
        $"{Service}: {(Erased.Count == 0 ? "held nothing" : string.Join(", ", Erased.Select(table => $"{table.Key} {table.Value}")))}; "
        + $"left {Remaining}, found later {Found}";

    static SortedDictionary<string, int> Counts(JsonNode counts) =>
        new(counts.AsObject().ToDictionary(count => count.Key, count => (int)count.Value!), StringComparer.Ordinal);
}
