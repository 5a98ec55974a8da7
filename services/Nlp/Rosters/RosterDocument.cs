using System.Text.Json;
using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Rosters;

/// <summary>Reads a roster entry by entry: one that is malformed is skipped, the others count.</summary>
static class RosterDocument
{
    /// <exception cref="JsonException">There is no list of students.</exception>
    public static (IReadOnlyList<RosterStudent> Students, int Skipped) Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        if (
            document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("students", out var entries)
            || entries.ValueKind != JsonValueKind.Array
        )
        {
            throw new JsonException("The roster has no list of students.");
        }

        List<RosterStudent> students = [];
        var skipped = 0;
        foreach (var entry in entries.EnumerateArray())
        {
            if (Student(entry) is { } student)
            {
                students.Add(student);
            }
            else
            {
                skipped++;
            }
        }

        // The matcher's own reading finds the nameless and the placeholders.
        return (students, skipped);
    }

    static RosterStudent? Student(JsonElement entry)
    {
        var isWellFormed =
            entry.ValueKind == JsonValueKind.Object
            && entry.TryGetProperty("student_id", out var id)
            && id.ValueKind == JsonValueKind.String
            && id.TryGetGuid(out _);
        if (!isWellFormed)
        {
            return null;
        }

        return new RosterStudent(
            entry.GetProperty("student_id").GetGuid().ToString(),
            Text(entry, "first_name"),
            Text(entry, "last_name"),
            Text(entry, "full_legal_name"),
            Text(entry, "email"),
            entry.TryGetProperty("is_placeholder", out var placeholder) && placeholder.ValueKind == JsonValueKind.True
        );
    }

    static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
