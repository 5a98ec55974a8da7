using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Phase1.ServiceDefaults;

/// <summary>The schemas of an OpenAPI description: one name for one type, the values of every enumeration, and null where it may be.</summary>
static class SchemaNames
{
    const string Endpoint = "Endpoint";

    internal static void Configure(OpenApiOptions description)
    {
        description.CreateSchemaReferenceId = NameOf;
        description.AddSchemaTransformer(Complete);
    }

    // Several endpoints call what they answer Answer: the name of the type around it tells them apart.
    static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? type.Type.DeclaringType is { } around
                ? around.Name.Replace(Endpoint, "", StringComparison.Ordinal) + name
                : name
            : null;

    // The wire's enumerations have converters of their own, which the framework describes as anything. Whoever refers to one that may be missing says so beside
    // the reference (oneOf null and the enumeration), so the enumeration itself does not name null.
    static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum =
            [
                .. Enum.GetValues(type)
                    .Cast<object>()
                    .Select(value => JsonSerializer.SerializeToNode(value, type, context.JsonTypeInfo.Options)!),
            ];
        }
        // A map's values that may be missing.
        if (
            context.JsonTypeInfo.ElementType is { } element
            && Nullable.GetUnderlyingType(element) is not null
            && schema.AdditionalProperties is { } value
        )
        {
            schema.AdditionalProperties = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, value] };
        }
        return Task.CompletedTask;
    }
}
