using System.Text.Json.Nodes;

namespace Phase1.Tickets.Lifecycle;

/// <summary>
/// How a patch changes metadata, wherever it comes in. Top-level keys replace; stages are merged by name and field, so that two stages written at
/// once both stand. What lies deeper is replaced whole.
/// </summary>
static class MetadataMerge
{
    internal const string Stages = "stages";

    /// <summary>The metadata after the patch; neither argument is changed.</summary>
    internal static JsonObject Apply(JsonObject existing, JsonObject patch)
    {
        var merged = (JsonObject)existing.DeepClone();
        foreach (var (key, value) in patch)
        {
            if (key != Stages)
            {
                merged[key] = value?.DeepClone();
            }
        }
        if (patch[Stages] is JsonObject stages)
        {
            merged[Stages] = WithStages(existing[Stages] as JsonObject, stages);
        }
        return merged;
    }

    static JsonObject WithStages(JsonObject? existing, JsonObject patch)
    {
        var merged = (JsonObject?)existing?.DeepClone() ?? [];
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject fields)
            {
                merged[name] = merged[name] is JsonObject stage ? WithFields(stage, fields) : fields.DeepClone();
            }
        }
        return merged;
    }

    static JsonObject WithFields(JsonObject stage, JsonObject fields)
    {
        var merged = (JsonObject)stage.DeepClone();
        foreach (var (field, value) in fields)
        {
            merged[field] = value?.DeepClone();
        }
        return merged;
    }
}
