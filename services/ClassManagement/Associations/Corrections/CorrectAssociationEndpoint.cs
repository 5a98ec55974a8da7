using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Corrections;

static class CorrectAssociationEndpoint
{
    const string Unknown = "unknown";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/batches/{id}/student-associations/{essayId}", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.StaleVersion, Problems.InvalidState);

    internal sealed record Body(string? StudentId = null, int? AssociationVersion = null);

    static async Task<AssociationView> HandleAsync(
        Guid id,
        Guid essayId,
        Body body,
        Caller caller,
        SeenVersion seen,
        HttpContext http,
        Correction correction,
        CancellationToken cancellationToken
    )
    {
        var version = body.AssociationVersion ?? throw ProblemException.Missing("association_version");
        Guid? student =
            body.StudentId is null ? throw ProblemException.Missing("student_id")
            : body.StudentId == Unknown ? null
            : Guid.TryParse(body.StudentId, out var chosen) && chosen != Guid.Empty ? chosen
            : throw ProblemException.Validation("student_id", "An id or \"unknown\" is needed.");
        return await correction.ApplyAsync(id, essayId, student, version, caller, seen, http, cancellationToken);
    }
}
