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
    Operators,

    /// <summary>Operators who may open records.</summary>
    OperatorsForBodies,

    /// <summary>Operators who may see names, while a grant lasts.</summary>
    OperatorsForNames,
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
            ["POST /me/keys"] = PageAudience.Persons,
            ["POST /me/zone"] = PageAudience.Persons,
            ["POST /me/password"] = PageAudience.Persons,
            ["POST /me/sessions/end"] = PageAudience.Persons,
            ["GET /me/session"] = PageAudience.Persons,
            ["POST /me/session"] = PageAudience.Persons,
            ["GET /live"] = PageAudience.Persons,
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
            ["GET /school/models"] = PageAudience.SchoolAdmins,
            ["GET /school/models/usage"] = PageAudience.SchoolAdmins,
            ["GET /school/models/policy"] = PageAudience.SchoolAdmins,
            ["POST /school/models/policy"] = PageAudience.SchoolAdmins,
            ["GET /school/models/budgets/new"] = PageAudience.SchoolAdmins,
            ["POST /school/models/budgets"] = PageAudience.SchoolAdmins,
            ["GET /school/models/budgets/{budgetId:guid}"] = PageAudience.SchoolAdmins,
            ["POST /school/models/budgets/{budgetId:guid}/raise"] = PageAudience.SchoolAdmins,
            ["POST /school/models/budgets/{budgetId:guid}/close"] = PageAudience.SchoolAdmins,
            ["GET /privacy"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/access"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/access.csv"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/requests"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/requests/new"] = PageAudience.PrivacyOfficers,
            ["GET /privacy/requests/{ticketId}"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests/{ticketId}/find"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests/{ticketId}/decision"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests/{ticketId}/package"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests/{ticketId}/cancel"] = PageAudience.PrivacyOfficers,
            ["POST /privacy/requests/{ticketId}/resume"] = PageAudience.PrivacyOfficers,
            ["GET /"] = PageAudience.Teachers,
            ["GET /overview"] = PageAudience.Teachers,
            ["GET /batches/list"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/timeline"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/timeline/list"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/pipelines"] = PageAudience.Teachers,
            ["GET /notifications"] = PageAudience.Teachers,
            ["GET /notifications/list"] = PageAudience.Teachers,
            ["GET /notifications/bar"] = PageAudience.Teachers,
            ["POST /notifications/read"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/delete"] = PageAudience.Teachers,
            ["GET /classes/{id:guid}/students/new"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/students/new"] = PageAudience.Teachers,
            ["GET /classes/{id:guid}/students/{studentId:guid}"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/students/{studentId:guid}"] = PageAudience.Teachers,
            ["GET /classes/{id:guid}/import"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/import"] = PageAudience.Teachers,
            ["POST /classes/{id:guid}/import/students"] = PageAudience.Teachers,
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
            ["GET /batches/{id:guid}/feedback"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/feedback/state"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/files"] = PageAudience.Teachers,
            ["PUT /batches/{id:guid}/files/{fileId:guid}"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/uploaded"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/close-intake"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/cancel"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review/rows"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/decisions"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review/certain"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/certain"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review/{essayId:guid}"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/review/{essayId:guid}/evidence"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/{essayId:guid}"] = PageAudience.Teachers,
            ["POST /batches/{id:guid}/review/{essayId:guid}/correction"] = PageAudience.Teachers,
            ["GET /batches/{id:guid}/essays/{essayId:guid}"] = PageAudience.Teachers,
            ["GET /ops"] = PageAudience.Operators,
            ["GET /ops/health"] = PageAudience.Operators,
            ["POST /ops/zone"] = PageAudience.Operators,
            ["GET /ops/batches"] = PageAudience.Operators,
            ["GET /ops/batches/{id:guid}"] = PageAudience.Operators,
            ["POST /ops/batches/{id:guid}/names"] = PageAudience.OperatorsForNames,
            ["GET /ops/batches/{id:guid}/names"] = PageAudience.OperatorsForNames,
            ["POST /ops/batches/{id:guid}/names/close"] = PageAudience.Operators,
            ["GET /ops/chains/{correlationId:guid}"] = PageAudience.Operators,
            ["GET /ops/dead-letters"] = PageAudience.Operators,
            ["GET /ops/dead-letters/{service}/{cause}"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/{cause}/dry-run"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/{cause}/redrive"] = PageAudience.Operators,
            ["GET /ops/dead-letters/{service}/item/{id:guid}"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/item/{id:guid}/dry-run"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/item/{id:guid}/redrive"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/item/{id:guid}/discard"] = PageAudience.Operators,
            ["POST /ops/dead-letters/{service}/item/{id:guid}/body"] = PageAudience.OperatorsForBodies,
            ["GET /ops/held"] = PageAudience.Operators,
            ["GET /ops/held/{service}/{key}"] = PageAudience.Operators,
            ["GET /ops/services"] = PageAudience.Operators,
            ["GET /ops/services/{service}"] = PageAudience.Operators,
            ["GET /ops/tickets"] = PageAudience.Operators,
            ["GET /ops/tickets/{ticketId}"] = PageAudience.Operators,
            ["POST /ops/tickets/{ticketId}/decision"] = PageAudience.Operators,
            ["GET /ops/models"] = PageAudience.Operators,
            ["POST /ops/models/check"] = PageAudience.Operators,
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
            .Replace("{service}", Phase1.Events.ServiceNames.Nlp, StringComparison.Ordinal)
            .Replace("{cause}", OperatorNeighbourhood.Cause, StringComparison.Ordinal)
            .Replace("{key}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{correlationId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{studentId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{fileId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{essayId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{userId}", "user-admin", StringComparison.Ordinal)
            .Replace("{budgetId:guid}", Id.ToString(), StringComparison.Ordinal)
            .Replace("{ticketId}", TicketNeighbourhood.TicketId, StringComparison.Ordinal)
        + (name.EndsWith("/evidence", StringComparison.Ordinal) ? $"?class_id={Id}" : "");

    internal static HttpMethod MethodOf(string name) => new(name[..name.IndexOf(' ', StringComparison.Ordinal)]);
}
