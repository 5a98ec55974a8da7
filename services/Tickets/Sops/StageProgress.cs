using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops;

/// <summary>How far a ticket is in its procedure, as its metadata say.</summary>
static class StageProgress
{
    internal const string Current = "current_stage";

    internal const string Attempts = "attempts";

    /// <summary>The first stage that is not completed; null when all are.</summary>
    internal static Stage? Next(Sop sop, JsonObject metadata) => sop.Stages.FirstOrDefault(stage => !IsCompleted(metadata, stage));

    /// <summary>How often a stage has failed since it last went well.</summary>
    internal static int FailuresOf(JsonObject metadata, Stage stage) =>
        Fields(metadata, stage)?[Attempts] is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<int>() : 0;

    /// <summary>A patch of one stage's fields.</summary>
    internal static JsonObject Patch(Stage stage, JsonObject fields) =>
        new()
        {
            [MetadataMerge.Stages] = new JsonObject { [stage.Name] = fields },
            [Current] = stage.Name,
        };

    /// <summary>Where a stage stands; pending where nothing is said.</summary>
    internal static string StatusOf(JsonObject metadata, Stage stage) =>
        Fields(metadata, stage)?["status"] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : "pending";

    /// <summary>What a stage has found, or what was decided there.</summary>
    internal static JsonNode? ResultOf(JsonObject metadata, Stage stage) => Fields(metadata, stage)?["result"];

    static bool IsCompleted(JsonObject metadata, Stage stage) => StatusOf(metadata, stage) == "completed";

    static JsonObject? Fields(JsonObject metadata, Stage stage) =>
        (metadata[MetadataMerge.Stages] as JsonObject)?[stage.Name] as JsonObject;
}
