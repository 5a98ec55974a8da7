using Phase1.Matching;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Accepts what is proven, many at once: high, or high and the eligible part of medium. Low proves nothing and changes nothing.</summary>
static class ConfirmBandEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/batches/{id}/student-associations/confirm-band", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.StaleVersion, Problems.AlreadyReleased, Problems.NothingToRelease);

    internal sealed record Body(ConfidenceBand? Band = null);

    static async Task<DecisionAnswer> HandleAsync(
        Guid id,
        Body body,
        Caller caller,
        SeenVersion seen,
        HttpContext http,
        TeacherDecisions decisions,
        MatchingThresholds thresholds,
        CancellationToken cancellationToken
    )
    {
        var band = body.Band ?? throw ProblemException.Missing("band");
        return await decisions.ApplyAsync(id, caller, seen, http, rows => BandOrders.Of(rows, band, thresholds), cancellationToken);
    }
}
