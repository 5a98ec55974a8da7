using System.Text.Json;

namespace Phase1.Events;

/// <summary>An essay and where its text is.</summary>
public sealed record EssayRef
{
    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>Where the text is stored.</summary>
    public required string TextStorageId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>Figures of an earlier phase: an object.</summary>
    public JsonElement? SpellcheckMetrics { get; init; }
}
