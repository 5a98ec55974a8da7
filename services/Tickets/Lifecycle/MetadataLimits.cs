using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phase1.Tickets.Lifecycle;

/// <summary>How large a ticket's texts may be.</summary>
static class MetadataLimits
{
    internal const int MaxBytes = 256 * 1024;

    internal const int MaxDepth = 32;

    internal const int MaxNotes = 2000;

    /// <summary>What is wrong with metadata, as the end of a sentence; null when nothing is.</summary>
    internal static string? FaultOf(JsonObject metadata)
    {
        string text;
        try
        {
            text = metadata.ToJsonString(new JsonSerializerOptions { MaxDepth = MaxDepth });
        }
        catch (Exception tooDeep) when (tooDeep is JsonException or InvalidOperationException)
        {
            return $"may be nested {MaxDepth} levels at most";
        }
        return Encoding.UTF8.GetByteCount(text) > MaxBytes ? $"may have {MaxBytes / 1024} kB at most"
            : text.Contains("\\u0000", StringComparison.Ordinal) ? "must not hold U+0000"
            : null;
    }

    /// <summary>What is wrong with notes, as the end of a sentence; null when nothing is.</summary>
    internal static string? FaultOf(string notes) =>
        notes.Length > MaxNotes ? $"may have {MaxNotes} characters at most"
        : notes.Contains('\0', StringComparison.Ordinal) ? "must not hold U+0000"
        : null;
}
