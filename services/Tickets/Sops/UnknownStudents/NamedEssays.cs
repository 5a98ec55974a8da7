using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phase1.Tickets.Sops.UnknownStudents;

/// <summary>Which essays of a batch have been corrected, by the highest version that was heard of: records of one essay may come in any order.</summary>
static class NamedEssays
{
    const string Essays = "essays";

    /// <summary>The details with a correction; null where a later one is known.</summary>
    internal static JsonObject? With(JsonObject details, Guid essay, int version, bool isNamed)
    {
        var next = (JsonObject)details.DeepClone();
        var essays = next[Essays] as JsonObject ?? [];
        if (essays[essay.ToString()] is JsonObject known && (int?)known["version"] >= version)
        {
            return null;
        }
        essays[essay.ToString()] = new JsonObject { ["version"] = version, ["named"] = isNamed };
        next[Essays] = essays.Parent is null ? essays : essays.DeepClone();
        return next;
    }

    /// <summary>Whether every one of the essays has an author now.</summary>
    internal static bool AreAll(JsonObject details, IEnumerable<string> essays) =>
        details[Essays] is JsonObject known
        && essays.All(essay => known[essay]?["named"] is JsonValue value && value.GetValueKind() == JsonValueKind.True);
}
