using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What one service has answered to a question about a student, as the ticket keeps it.</summary>
/// <param name="Outcome">held, nothing, blocked or erased.</param>
/// <param name="Counts">Rows under the names of tables.</param>
/// <param name="Remaining">The same, of what an erasure has left.</param>
/// <param name="Blockers">What stands in the way.</param>
public sealed record ServiceAnswerDocument(
    string Outcome,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyDictionary<string, int> Remaining,
    IReadOnlyList<BlockerDocument> Blockers
)
{
    /// <summary>By service, of what a stage has found; empty before it has.</summary>
    internal static IReadOnlyDictionary<string, ServiceAnswerDocument> Of(JsonElement? result) =>
        result is { ValueKind: JsonValueKind.Object } answers
            ? answers.Deserialize<SortedDictionary<string, ServiceAnswerDocument>>(Phase1Json.Options)!
            : new SortedDictionary<string, ServiceAnswerDocument>();
}

/// <summary>Why a service cannot do what is asked of it, and until when, where that is known.</summary>
public sealed record BlockerDocument(string Code, DateTimeOffset? Until);
