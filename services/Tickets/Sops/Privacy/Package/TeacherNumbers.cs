using System.Text.Json.Nodes;

namespace Phase1.Tickets.Sops.Privacy.Package;

/// <summary>Puts a number in the place of each teacher's id: who decided is no matter of the student's, that it was the same one is.</summary>
sealed class TeacherNumbers
{
    // Columns that say who did something, by the services' own naming.
    static readonly string[] Columns = ["by", "validated_by", "user_id", "requested_by"];

    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>Replaces ids in the rows of a table.</summary>
    internal JsonNode? In(JsonNode? rows)
    {
        foreach (var row in (rows as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var column in Columns)
            {
                if (row[column] is JsonValue value && value.TryGetValue<string>(out var id))
                {
                    row[column] = $"teacher-{NumberOf(id)}";
                }
            }
        }
        return rows;
    }

    int NumberOf(string id) => _numbers.TryGetValue(id, out var number) ? number : _numbers[id] = _numbers.Count + 1;
}
