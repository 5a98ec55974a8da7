using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Completes the OpenAPI description of a route by what the framework does not see: how a caller is known, parameters and bodies that are read by
/// hand, and the problem documents.
/// </summary>
sealed class RouteDescription : IOpenApiOperationTransformer
{
    const string ProblemType = "application/problem+json";

    public async Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var route = RouteFacts.Of(context.Description);
        operation.Security = [ServiceKeyRequirement(context.Document!)];
        operation.Parameters = [.. operation.Parameters ?? [], .. route.Parameters.Select(Parameter)];
        if (route.Body is { } body)
        {
            var schema = await context.GetOrCreateSchemaAsync(body.Shape, null, cancellationToken);
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [body.ContentType] = new() { Schema = schema } },
            };
        }
        await DescribeProblemsAsync(operation, context, route, cancellationToken);
    }

    static async Task DescribeProblemsAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        RouteFacts route,
        CancellationToken cancellationToken
    )
    {
        var document = context.Document!;
        document.AddComponent(
            nameof(ProblemDocument),
            await context.GetOrCreateSchemaAsync(typeof(ProblemDocument), null, cancellationToken)
        );
        operation.Responses ??= [];
        // The engine's routes name a status alone.
        var bare = operation
            .Responses.Keys.Select(status => int.Parse(status, CultureInfo.InvariantCulture))
            .Where(status => status >= StatusCodes.Status400BadRequest)
            .Select(Problems.OfStatus)
            .ToList();
        foreach (var status in route.Failures.Concat(bare).GroupBy(problem => problem.Status).OrderBy(status => status.Key))
        {
            var meanings = status.Distinct().Select(problem => $"{problem.Code}: {problem.Title}");
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join(' ', meanings),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemType] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDocument), document) },
                },
            };
        }
    }

    static OpenApiSecurityRequirement ServiceKeyRequirement(OpenApiDocument document)
    {
        document.AddComponent(
            ServiceKeyHandler.SchemeName,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = HeaderNames.ApiKey,
                Description = "The key that the services share.",
            }
        );
        return new() { [new OpenApiSecuritySchemeReference(ServiceKeyHandler.SchemeName, document)] = [] };
    }

    static IOpenApiParameter Parameter(DescribedParameter parameter) =>
        new OpenApiParameter
        {
            In = parameter.Place == ParameterPlace.Query ? ParameterLocation.Query : ParameterLocation.Header,
            Name = parameter.Name,
            Description = parameter.Meaning,
            Required = parameter.IsRequired,
            Schema = parameter.Range is not var (least, most)
                ? new OpenApiSchema { Type = JsonSchemaType.String }
                : new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = least.ToString(CultureInfo.InvariantCulture),
                    Maximum = most.ToString(CultureInfo.InvariantCulture),
                    Default = parameter.Default is { } value ? JsonValue.Create(value) : null,
                },
        };
}
