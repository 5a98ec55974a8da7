using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ServiceDefaults;

/// <summary>Documents in columns of type jsonb, written by <see cref="Phase1Json.Options"/>.</summary>
public static class JsonColumn
{
    /// <summary>The property is stored as one JSON document. What it holds must be replaced to be saved, not changed in place.</summary>
    /// <typeparam name="T">The document's type; its equality says whether a property has changed.</typeparam>
    /// <param name="property">The property.</param>
    /// <exception cref="JsonException">When a row is read whose document does not fit the type.</exception>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                document => JsonSerializer.Serialize(document, Phase1Json.Options),
                json => JsonSerializer.Deserialize<T>(json, Phase1Json.Options)!
            );

    /// <summary>The property is stored as one JSON array. The list must be replaced to be saved, not changed in place.</summary>
    /// <typeparam name="T">The items' type; two lists are the same when their items are equal one by one.</typeparam>
    /// <param name="property">The property.</param>
    /// <exception cref="JsonException">When a row is read whose document does not fit the type.</exception>
    public static PropertyBuilder<IReadOnlyList<T>> IsJsonList<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property
            .HasColumnType("jsonb")
            .HasConversion(
                list => JsonSerializer.Serialize(list, Phase1Json.Options),
                json => JsonSerializer.Deserialize<IReadOnlyList<T>>(json, Phase1Json.Options)!,
                new ValueComparer<IReadOnlyList<T>>(
                    (one, other) => ReferenceEquals(one, other) || (one != null && other != null && one.SequenceEqual(other)),
                    list => list.Count,
                    list => list
                )
            );
}
