using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>
/// Everything that programs may ask; another address is not there. Left out are routes between services, the stream of notifications, which programs
/// ask for as a list, that of tickets, names of pupils for operators, which are shown for half an hour on a page alone, and what two services have under one address:
/// then it is the first one's. An address names the role in which it is asked: teachers' stand alone, the others' behind school, privacy and ops.
/// </summary>
static class ForwardedRoutes
{
    const string Api = "/v1/";
    const string Internal = "/internal/v1/";
    const string Operations = "/v1/ops/";
    const string School = "/v1/school/";
    const string Privacy = "/v1/privacy/";

    static readonly ActingRole Teacher = new(Phase1Roles.Teacher);
    static readonly ActingRole SchoolAdmin = new(Phase1Roles.SchoolAdmin);
    static readonly ActingRole PrivacyOfficer = new(Phase1Roles.PrivacyOfficer);
    static readonly ActingRole Operator = new(Phase1Roles.Operator);
    static readonly ActingRole OperatorBody = new(Phase1Roles.Operator, Phase1Roles.OperatorBody);

    static readonly string[] OfBatches =
    [
        "GET batches",
        "POST batches/register",
        "GET batches/{id:guid}",
        "DELETE batches/{id:guid}",
        "GET batches/{id:guid}/status",
        "GET batches/{id:guid}/history",
        "GET batches/{id:guid}/timeline",
        "POST batches/{id:guid}/cancel",
        "POST batches/{id:guid}/pipelines",
        "GET pipelines",
    ];

    static readonly string[] OfEssays = ["GET batches/{id:guid}/essays", "GET essays/{id:guid}"];

    static readonly string[] OfClasses =
    [
        "GET classes",
        "POST classes",
        "GET classes/{id:guid}",
        "PUT classes/{id:guid}",
        "DELETE classes/{id:guid}",
        "GET classes/{id:guid}/roster",
        "POST classes/{id:guid}/students/bulk",
        "POST classes/{id:guid}/students/import",
        "POST classes/students",
        "GET classes/students/{id:guid}",
        "PUT classes/students/{id:guid}",
        "DELETE classes/students/{id:guid}",
        "GET batches/{id:guid}/student-associations",
        "POST batches/{id:guid}/student-associations/confirm-band",
        "POST batches/{id:guid}/student-associations/decisions",
        "PUT batches/{id:guid}/student-associations/{essayId:guid}",
        "GET batches/{id:guid}/student-associations/{essayId:guid}/changes",
        "GET notifications",
        "GET notifications/count",
        "POST notifications/read",
        "POST notifications/{id:guid}/read",
    ];

    static readonly string[] OfFiles =
    [
        "POST files/batch",
        "PUT files/batch/{id:guid}/files/{clientFileId:guid}",
        "POST files/batch/{id:guid}/uploaded",
        "GET files/batch/{id:guid}/state",
        "GET files/uploads/{fileUploadId:guid}/original",
    ];

    static readonly string[] OfTickets =
    [
        "GET tickets",
        "POST tickets",
        "GET tickets/sops",
        "GET tickets/sops/{sop}",
        "GET tickets/{id}",
        "PATCH tickets/{id}",
        "POST tickets/{id}/cancel",
        "POST tickets/{id}/decision",
        "POST tickets/{id}/defer",
        "GET tickets/{id}/history",
        "POST tickets/{id}/reopen",
    ];

    static readonly string[] OfTools = ["GET tickets/metrics", "GET tools", "GET tools/{name}", "POST tools/{name}"];

    static readonly string[] OfBudgets =
    [
        "GET alert-configs",
        "PUT alert-configs",
        "GET budget-alerts",
        "GET budgets",
        "POST budgets",
        "GET budgets/{id}",
        "PUT budgets/{id}",
        "DELETE budgets/{id}",
        "POST budgets/{id}/override",
        "GET budgets/{id}/status",
        "GET prices",
        "GET prices/compare",
        "GET workspaces/{id}/policy",
        "GET workspaces/{id}/usage",
    ];

    static readonly string[] OfModels =
    [
        "PUT prices",
        "PUT llm/models/{provider}/{name}",
        "GET llm/routes/{task}",
        "PUT llm/routes/{task}",
        "POST llm/health/check",
    ];

    static readonly string[] OfEngine =
    [
        "GET service",
        "GET held-keys",
        "GET held-keys/{recordKey}",
        "GET dead-letters/groups",
        "POST dead-letters/groups/{cause}/redrive",
        "GET dead-letters",
        "GET dead-letters/{id:guid}",
        "POST dead-letters/{id:guid}/redrive",
        "POST dead-letters/{id:guid}/discard",
    ];

    /// <summary>Those of the services that are there.</summary>
    internal static IEnumerable<ForwardedRoute> Of(IConfiguration configuration) =>
        All.Where(route =>
            route.Client switch
            {
                nameof(TicketsEngineClient) => Engines.IsThere(configuration, nameof(ServiceNames.Tickets)),
                nameof(GatewayEngineClient) or nameof(CompletionsClient) => Engines.IsThere(
                    configuration,
                    nameof(ServiceNames.ModelGateway)
                ),
                _ => true,
            }
        );

    /// <summary>By their addresses, each once.</summary>
    internal static IReadOnlyList<ForwardedRoute> All { get; } =
    [
        .. ForTeachers<BatchesClient>(OfBatches),
        .. ForTeachers<EssaysClient>(OfEssays),
        .. ForTeachers<ClassesClient>(OfClasses),
        .. ForTeachers<UploadsClient>(OfFiles),
        .. ForTeachers<TextsClient>(["GET content/{storageId}"]),
        // A teacher's route that stands among those between services.
        .. Of<EssaysClient>(["POST batches/{id:guid}/close-intake"], Teacher, Api, Internal),
        .. ForOperators<BatchesClient>(
            "bos",
            "GET batches",
            "GET batches/{id:guid}",
            "GET batches/{id:guid}/timeline",
            "GET batches/{id:guid}/history",
            "GET batches/{id:guid}/parked-facts",
            "GET chains/{correlationId:guid}"
        ),
        .. ForOperators<EssaysClient>("els"),
        .. ForOperators<MatchingClient>("nlp"),
        .. ForOperators<ClassesClient>("cms", "GET reconciliation", "POST reconciliation/batches/{id:guid}/repair"),
        .. ForOperators<TextsClient>("files"),
        .. ForTeachers<TicketsEngineClient>(OfTickets),
        .. Of<TicketsEngineClient>(OfTickets, SchoolAdmin, School, Api),
        .. Of<TicketsEngineClient>(OfTickets, PrivacyOfficer, Privacy, Api),
        .. Of<TicketsEngineClient>([.. OfTickets, .. OfTools], Operator, $"{Operations}tkt/", Api),
        .. ForOperators<TicketsEngineClient>("tkt", "GET occurrences"),
        .. ForTeachers<CompletionsClient>(["POST llm/completions"]),
        .. ForTeachers<GatewayEngineClient>(["POST llm/route"]),
        .. Of<GatewayEngineClient>([.. OfBudgets, "PUT workspaces/{id}/policy"], SchoolAdmin, School, Api),
        .. Of<GatewayEngineClient>([.. OfBudgets, .. OfModels], Operator, $"{Operations}gateway/", Api),
        .. ForOperators<GatewayEngineClient>("gateway"),
    ];

    static IEnumerable<ForwardedRoute> ForTeachers<TClient>(string[] routes) => Of<TClient>(routes, Teacher, Api, Api);

    // What every service has for operators, and what this one has.
    static IEnumerable<ForwardedRoute> ForOperators<TClient>(string service, params string[] own)
    {
        var here = $"{Operations}{service}/";
        return Of<TClient>([.. OfEngine, .. own], Operator, here, Internal)
            .Concat(Of<TClient>(["GET dead-letters/{id:guid}/body"], OperatorBody, here, Internal));
    }

    static IEnumerable<ForwardedRoute> Of<TClient>(string[] routes, ActingRole acting, string here, string there) =>
        routes
            .Select(route => route.Split(' '))
            .Select(route => new ForwardedRoute(route[0], here + route[1], typeof(TClient).Name, acting, here, there));
}
