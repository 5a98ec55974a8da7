namespace Phase1.Unit.Tests.Security;

/// <summary>Whom a route serves.</summary>
enum Audience
{
    /// <summary>Anybody, without a key.</summary>
    Anybody,

    /// <summary>A service, whoever it acts for.</summary>
    Service,

    /// <summary>A service for itself, or on behalf of a teacher; what is answered names or quotes students.</summary>
    ServiceOrTeacher,
    Teacher,
    Operator,

    /// <summary>Who runs the suite, or the school; what is answered names nobody.</summary>
    OperatorOrSchoolAdmin,

    /// <summary>Whoever has tickets; which ones depends on the roles.</summary>
    TicketUser,

    SchoolAdmin,

    /// <summary>An operator who may open bodies.</summary>
    OperatorBody,

    /// <summary>An operator who may see names, for a reason.</summary>
    OperatorNames,
    PrivacyOfficer,
}

/// <summary>Every route of the suite and whom it serves. A route that is new, or serves others than stands here, fails a test until somebody has decided.</summary>
static class RouteTable
{
    static readonly Dictionary<string, Audience> OfEveryHost = new()
    {
        ["GET /livez"] = Audience.Anybody,
        ["GET /readyz"] = Audience.Anybody,
        ["GET /metrics"] = Audience.Anybody,
        ["GET /openapi/{documentName}.json"] = Audience.Anybody,
        ["GET /internal/v1/dead-letters/"] = Audience.Operator,
        ["GET /internal/v1/dead-letters/groups"] = Audience.Operator,
        ["POST /internal/v1/dead-letters/groups/{cause}/redrive"] = Audience.Operator,
        ["GET /internal/v1/service"] = Audience.OperatorOrSchoolAdmin,
        ["GET /internal/v1/held-keys/"] = Audience.Operator,
        ["GET /internal/v1/held-keys/{record_key}"] = Audience.Operator,
        ["GET /internal/v1/dead-letters/{id:guid}"] = Audience.Operator,
        ["GET /internal/v1/dead-letters/{id:guid}/body"] = Audience.OperatorBody,
        ["POST /internal/v1/dead-letters/{id:guid}/redrive"] = Audience.Operator,
        ["POST /internal/v1/dead-letters/{id:guid}/discard"] = Audience.Operator,
        ["GET /internal/v1/dead-letter-accesses"] = Audience.PrivacyOfficer,
        ["GET /internal/v1/retention"] = Audience.PrivacyOfficer,
    };

    static readonly Dictionary<string, Dictionary<string, Audience>> Own = new()
    {
        ["BatchOrchestrator"] = new()
        {
            ["POST /v1/batches/register"] = Audience.Teacher,
            ["GET /v1/batches"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}/status"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}/history"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}/timeline"] = Audience.Teacher,
            ["POST /v1/batches/{id:guid}/cancel"] = Audience.Teacher,
            ["DELETE /v1/batches/{id:guid}"] = Audience.Teacher,
            ["POST /v1/batches/{id:guid}/pipelines"] = Audience.Teacher,
            ["GET /v1/pipelines"] = Audience.Teacher,
            ["GET /internal/v1/batches/{id:guid}/essays"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches/{id:guid}/intake"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches/states"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches"] = Audience.Operator,
            ["GET /internal/v1/batches/{id:guid}"] = Audience.Operator,
            ["GET /internal/v1/batches/{id:guid}/history"] = Audience.Operator,
            ["GET /internal/v1/batches/{id:guid}/parked-facts"] = Audience.Operator,
            ["GET /internal/v1/batches/{id:guid}/timeline"] = Audience.Operator,
            ["GET /internal/v1/chains/{correlationId:guid}"] = Audience.Operator,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
        ["EssayLifecycle"] = new()
        {
            ["GET /v1/essays/{id:guid}"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}/essays"] = Audience.Teacher,
            ["GET /v1/batches/{id:guid}/status"] = Audience.Teacher,
            ["GET /internal/v1/batches/{id:guid}/text-progress"] = Audience.Service,
            ["POST /internal/v1/batches/{id:guid}/close-intake"] = Audience.Teacher,
            ["GET /internal/v1/batches/student-links"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
            ["POST /internal/v1/privacy/scope"] = Audience.Service,
        },
        ["Nlp"] = new()
        {
            ["GET /v1/student-matching/thresholds"] = Audience.Service,
            ["POST /v1/student-matching/preview"] = Audience.Service,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
        ["ClassManagement"] = new()
        {
            ["POST /v1/classes"] = Audience.Teacher,
            ["GET /v1/classes"] = Audience.Teacher,
            ["GET /v1/classes/{id}"] = Audience.Teacher,
            ["PUT /v1/classes/{id}"] = Audience.Teacher,
            ["DELETE /v1/classes/{id}"] = Audience.Teacher,
            ["GET /v1/classes/{id}/roster"] = Audience.ServiceOrTeacher,
            ["POST /v1/classes/students"] = Audience.Teacher,
            ["GET /v1/classes/students/{id}"] = Audience.Teacher,
            ["PUT /v1/classes/students/{id}"] = Audience.Teacher,
            ["DELETE /v1/classes/students/{id}"] = Audience.Teacher,
            ["POST /v1/classes/{id}/students/bulk"] = Audience.Teacher,
            ["POST /v1/classes/{id}/students/import"] = Audience.Teacher,
            ["GET /v1/batches/{id}/student-associations"] = Audience.Teacher,
            ["POST /v1/batches/{id}/student-associations/decisions"] = Audience.Teacher,
            ["POST /v1/batches/{id}/student-associations/confirm-band"] = Audience.Teacher,
            ["PUT /v1/batches/{id}/student-associations/{essayId}"] = Audience.Teacher,
            ["GET /v1/batches/{id}/student-associations/{essayId}/changes"] = Audience.Teacher,
            ["GET /v1/notifications"] = Audience.Teacher,
            ["GET /v1/notifications/stream"] = Audience.Teacher,
            ["GET /v1/notifications/count"] = Audience.Teacher,
            ["POST /v1/notifications/read"] = Audience.Teacher,
            ["POST /v1/notifications/{id}/read"] = Audience.Teacher,
            ["GET /internal/v1/classes/{id}"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches/class-info"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches/validation-status"] = Audience.Service,
            ["GET /internal/v1/batches/{id}/student-names"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/associations/essay/{essayId}"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/batches/{id}/student-associations"] = Audience.OperatorNames,
            ["GET /internal/v1/name-accesses"] = Audience.PrivacyOfficer,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
            ["POST /internal/v1/privacy/scope"] = Audience.Service,
            ["POST /internal/v1/privacy/students/find"] = Audience.PrivacyOfficer,
            ["GET /internal/v1/reconciliation"] = Audience.Operator,
            ["POST /internal/v1/reconciliation/batches/{id}/repair"] = Audience.Operator,
        },
        ["FileIntake"] = new()
        {
            ["POST /v1/files/batch"] = Audience.Teacher,
            ["GET /v1/files/batch/{id:guid}/state"] = Audience.Teacher,
            ["PUT /v1/files/batch/{id:guid}/files/{clientFileId:guid}"] = Audience.Teacher,
            ["POST /v1/files/batch/{id:guid}/uploaded"] = Audience.Teacher,
            ["GET /v1/files/uploads/{file_upload_id:guid}/original"] = Audience.Teacher,
            ["POST /v1/content"] = Audience.ServiceOrTeacher,
            ["GET /v1/content/{storage_id}"] = Audience.ServiceOrTeacher,
            ["POST /v1/content/fetch"] = Audience.ServiceOrTeacher,
            ["POST /internal/v1/content/excerpts"] = Audience.ServiceOrTeacher,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
        ["ModelGateway"] = new()
        {
            ["POST /v1/llm/completions"] = Audience.Teacher,
            ["POST /v1/llm/route"] = Audience.Teacher,
            ["GET /v1/llm/routes/{task}"] = Audience.Operator,
            ["PUT /v1/llm/routes/{task}"] = Audience.Operator,
            ["GET /v1/llm/models"] = Audience.Service,
            ["PUT /v1/llm/models/{provider}/{name}"] = Audience.Operator,
            ["GET /v1/llm/health"] = Audience.Service,
            ["POST /v1/llm/health/check"] = Audience.Operator,
            ["GET /v1/prices"] = Audience.OperatorOrSchoolAdmin,
            ["PUT /v1/prices"] = Audience.Operator,
            ["GET /v1/prices/compare"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/workspaces/{id}/policy"] = Audience.OperatorOrSchoolAdmin,
            ["PUT /v1/workspaces/{id}/policy"] = Audience.SchoolAdmin,
            ["GET /v1/workspaces/{id}/quota"] = Audience.Service,
            ["GET /v1/workspaces/{id}/usage"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/budgets"] = Audience.OperatorOrSchoolAdmin,
            ["POST /v1/budgets"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/budgets/{id}"] = Audience.OperatorOrSchoolAdmin,
            ["PUT /v1/budgets/{id}"] = Audience.OperatorOrSchoolAdmin,
            ["DELETE /v1/budgets/{id}"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/budgets/{id}/status"] = Audience.OperatorOrSchoolAdmin,
            ["POST /v1/budgets/{id}/override"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/alert-configs"] = Audience.OperatorOrSchoolAdmin,
            ["PUT /v1/alert-configs"] = Audience.OperatorOrSchoolAdmin,
            ["GET /v1/budget-alerts"] = Audience.OperatorOrSchoolAdmin,
            ["GET /internal/v1/llm/usage"] = Audience.Service,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
        ["Feedback"] = new()
        {
            ["GET /v1/batches/{id:guid}/feedback"] = Audience.Teacher,
            ["POST /internal/v1/feedback/runs/{id:guid}/resume"] = Audience.Operator,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
        ["Tickets"] = new()
        {
            ["GET /v1/tickets"] = Audience.TicketUser,
            ["POST /v1/tickets"] = Audience.TicketUser,
            ["GET /v1/tickets/{id}"] = Audience.TicketUser,
            ["PATCH /v1/tickets/{id}"] = Audience.TicketUser,
            ["POST /v1/tickets/{id}/defer"] = Audience.TicketUser,
            ["POST /v1/tickets/{id}/decision"] = Audience.TicketUser,
            ["POST /v1/tickets/{id}/cancel"] = Audience.TicketUser,
            ["POST /v1/tickets/{id}/reopen"] = Audience.TicketUser,
            ["GET /v1/tickets/{id}/history"] = Audience.TicketUser,
            ["GET /v1/tickets/{id}/package"] = Audience.TicketUser,
            ["POST /internal/v1/privacy/erasures/replay"] = Audience.PrivacyOfficer,
            ["GET /v1/tickets/stream"] = Audience.TicketUser,
            ["GET /v1/tickets/sops"] = Audience.TicketUser,
            ["GET /v1/tickets/sops/{sop}"] = Audience.TicketUser,
            ["GET /v1/tickets/metrics"] = Audience.Operator,
            ["GET /v1/tools"] = Audience.Operator,
            ["GET /v1/tools/{name}"] = Audience.Operator,
            ["POST /v1/tools/{name}"] = Audience.Operator,
            ["GET /internal/v1/occurrences"] = Audience.Operator,
            ["GET /internal/v1/privacy/requests/{id:guid}/content"] = Audience.Service,
        },
    };

    internal static IReadOnlyDictionary<string, Audience> Of(string service) => OfEveryHost.Concat(Own[service]).ToDictionary();
}
