using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Phase1.ServiceDefaults;

/// <summary>The schemas of an OpenAPI description: one name for one type, and null said once.</summary>
static class SchemaNames
{
    const string Endpoint = "Endpoint";

    internal static void Configure(OpenApiOptions description)
    {
        description.CreateSchemaReferenceId = NameOf;
        description.AddSchemaTransformer(SayNullOnce);
    }

    // Several endpoints call what they answer Answer: the name of the type around it tells them apart.
    static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? type.Type.DeclaringType is { } around
                ? around.Name.Replace(Endpoint, "", StringComparison.Ordinal) + name
                : name
            : null;

    // Whoever refers to an enumeration that may be missing says so beside the reference: oneOf null and the enumeration. With null in both, null fits none.
    static Task SayNullOnce(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Enum is { } values && Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is not null)
        {
            schema.Enum = [.. values.Where(value => value is not null && !IsNull(value))];
        }
        return Task.CompletedTask;
    }

    static bool IsNull(JsonNode value) => value.IsJsonNullSentinel();
}
