using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Whom a page serves.</summary>
enum PageAudience
{
    Everybody,
    Persons,
    Teachers,
    SchoolAdmins,
    PrivacyOfficers,
}

/// <summary>Every page of the Portal and whom it serves. One that is new fails a test until somebody has decided.</summary>
static class PageRoutesTable
{
    internal static readonly Guid Id = new("01890000-0000-7000-8000-000000000001");

    internal static IReadOnlyDictionary<string, PageAudience> Pages { get; } =
        new Dictionary<string, PageAudience>
        {
            ["GET /sign-in"] = PageAudience.Everybody,
            ["POST /sign-in"] = PageAudience.Everybody,
            ["GET /signed-out"] = PageAudience.Everybody,
            ["GET /setup"] = PageAudience.Everybody,
            ["POST /setup"] = PageAudience.Everybody,
            ["GET /password"] = PageAudience.Everybody,
            ["POST /password"] = PageAudience.Everybody,
            ["GET /invite"] = PageAudience.Everybody,
            ["POST /invite"] = PageAudience.Everybody,
            ["GET /sign-in/development"] = PageAudience.Everybody,
            ["POST /sign-in/development"] = PageAudience.Everybody,
            ["POST /sign-out"] = PageAudience.Persons,
            ["GET /me"] = PageAudience.Persons,
            ["POST /me"] = PageAudience.Persons,
            ["POST /me/language"] = PageAudience.Persons,
            ["POST /me/password"] = PageAudience.Persons,
            ["POST /me/sessions/end"] = PageAudience.Persons,
            ["GET /me/tokens"] = PageAudience.Persons,
            ["POST /me/tokens"] = PageAudience.Persons,
            ["POST /me/tokens/revoke"] = PageAudience.Persons,
            ["GET /school/people"] = PageAudience.SchoolAdmins,
            ["POST /school/people"] = PageAudience.SchoolAdmins,
            ["GET /school/people/new"] = PageAudience.SchoolAdmins,
            ["GET /school/people/{userId}"] = PageAudience.SchoolAdmins,
            ["POST /school/people/{userId}"] = PageAudience.SchoolAdmins,
            ["POST /school/people/{userId}/state"] = PageAudience.SchoolAdmins,
            ["POST /school/people/{userId}/link"] = PageAudience.SchoolAdmins,
            ["GET /school/rules"] = PageAudience.SchoolAdmins,
            ["GET /privacy"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/access"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/access.csv"] = PageAudience.PrivacyOfficers,
            ["GET /"] = PageAudience.Teachers,
            ["GET /classes"] = PageAudience.Teachers,
            ["POST /classes"] = PageAudience.Teachers,
            ["GET /classes/{id:guid}"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/students"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/students/{studentId:guid}/remove"] = PageAudience.Teachers,
            ["GET /batches"] = PageAudience.Teachers,
            ["POST /batches"] = PageAudience.Teachers,
            ["GET /batches/new"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/progress"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/files"] = PageAudience.Teachers,
            ["PUT /batches/{id:guid}/files/{fileId:guid}"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/close-intake"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/cancel"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review/certain"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/certain"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/{essayId:guid}"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/{essayId:guid}/correction"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/essays/{essayId:guid}"] = PageAudience.Teachers,
        };

    /// <summary>The routes that are for programs, and the assets.</summary>
    internal static bool IsOfPrograms(string name) =>
        name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..] is var path
        && (
            path is "/livez" or "/readyz" or "/metrics" or "/openapi/{documentName}.json" or "/assets/{file}"
            || path.StartsWith("/internal/", StringComparison.Ordinal)
            || path.StartsWith("/v1/", StringComparison.Ordinal)
        );

    /// <summary>The routes that the Portal really has, by method and pattern.</summary>
    internal static IReadOnlyList<string> Of(ServiceUnderTest portal) =>
        [
            .. from endpoint in portal
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            select $"{method} /{endpoint.RoutePattern.RawText!.TrimStart('/')}",
        ];

    /// <summary>An address of a page.</summary>
    internal static string AddressOf(string name) =>
        name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            .Replace("{id:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{studentId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{fileId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{essayId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{userId}", "user-admin", StringComparison.Ordinal);

    internal static HttpMethod MethodOf(string name) => new(name[..name.IndexOf(' ', StringComparison.Ordinal)]);
}
