using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>Opaque cursors of lists: the sort key of the last row seen, so that rows which come or go between two pages shift nothing.</summary>
public static class Cursor
{
    // A sort key is an instant, an id, a name: far below this.
    const int MaxLength = 4_000;

    /// <summary>Makes a cursor of the sort key's parts.</summary>
    /// <param name="parts">The parts, in order.</param>
    public static string Encode(params string[] parts) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));

    /// <summary>Makes a cursor of the usual sort key, an instant and an id.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="id">The id that orders rows of one instant.</param>
    public static string Encode(DateTimeOffset at, Guid id) => Encode(at.UtcTicks.ToString(CultureInfo.InvariantCulture), id.ToString("D"));

    /// <summary>Reads the parts back.</summary>
    /// <param name="cursor">The caller's cursor.</param>
    /// <param name="parts">How many parts there must be.</param>
    /// <exception cref="ProblemException">400 when the cursor is not one of ours.</exception>
    public static string[] Decode(string cursor, int parts)
    {
        if (cursor.Length <= MaxLength && Base64Url.IsValid(cursor))
        {
            try
            {
                var json = Base64Url.DecodeFromChars(cursor);
                if (
                    StorableJson.Find(json, maxDepth: 2) is null
                    && JsonSerializer.Deserialize<string?[]>(json) is { } values
                    && values.Length == parts
                    && values.All(v => v is not null)
                )
                {
                    return values!;
                }
            }
            catch (JsonException)
            {
                // Answered below, like every other text that we did not make.
            }
        }
        throw Unknown();
    }

    /// <summary>Reads back a cursor of an instant and an id.</summary>
    /// <param name="cursor">The caller's cursor.</param>
    /// <exception cref="ProblemException">400 when the cursor is not one of ours.</exception>
    public static (DateTimeOffset At, Guid Id) DecodeInstantAndId(string cursor)
    {
        var parts = Decode(cursor, 2);
        return
            long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "D", out var id)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : throw Unknown();
    }

    static ProblemException Unknown() => ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");
}
