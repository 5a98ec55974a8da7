using System.Text.Json.Nodes;

namespace Phase1.Tickets.Lifecycle;

/// <summary>What somebody wrote into a request that people open.</summary>
static class RequestDetails
{
    /// <summary>Its key in the metadata.</summary>
    internal const string Key = "details";

    /// <summary>What is to be corrected about a student.</summary>
    internal const string Correction = "correction_details";

    /// <summary>The fields of a correction that hold the student's data.</summary>
    internal static IReadOnlyList<string> CorrectedFields { get; } = ["first_name", "last_name", "legal_full_name", "email"];

    internal static bool HasCorrection(JsonObject metadata) => (metadata[Key] as JsonObject)?[Correction] is JsonObject;

    /// <summary>Takes the values of a correction out of the metadata of a ticket that has ended; the names of the fields stay.</summary>
    internal static void Forget(JsonObject metadata)
    {
        if ((metadata[Key] as JsonObject)?[Correction] is JsonObject correction)
        {
            foreach (var field in CorrectedFields.Where(correction.ContainsKey))
            {
                correction[field] = null;
            }
        }
    }
}
