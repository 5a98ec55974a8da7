using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ClassManagement.Storage;

/// <summary>Lists of plain values in one jsonb column, compared by what they say.</summary>
static class JsonColumn
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    internal static void IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                list => JsonSerializer.Serialize(list, Options),
                json => Read<T>(json),
                new ValueComparer<IReadOnlyList<T>>(
                    (one, other) => ReferenceEquals(one, other) || (one != null && other != null && one.SequenceEqual(other)),
                    list => list.Count,
                    list => list
                )
            );

    static IReadOnlyList<T> Read<T>(string json) => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, Options) ?? [];
}
