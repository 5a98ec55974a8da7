using Phase1.ServiceDefaults;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.ClassManagement.Associations.Decisions;

/// <summary>Accepts what is proven, many at once: high, or high and the eligible part of medium. Low proves nothing and changes nothing.</summary>
static class ConfirmBand
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/batches/{id}/student-associations/confirm-band", Handle).RequireTeacher().WithIdempotency();

    internal sealed record Body(ConfidenceBand? Band = null);

    static async Task<DecisionAnswer> Handle(
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
        return await decisions.ApplyAsync(id, caller, seen, http, rows => Orders(rows, band, thresholds), cancellationToken);
    }

    internal static IReadOnlyList<DecisionOrder> Orders(
        IReadOnlyList<Association> rows,
        ConfidenceBand band,
        MatchingThresholds thresholds
    ) =>
        [
            .. rows.Where(row => !row.IsDecided && Covers(band, row, thresholds))
                .Select(row => new DecisionOrder(row.EssayId, DecisionAction.Accept, AssociationVersion: row.AssociationVersion)),
        ];

    static bool Covers(ConfidenceBand band, Association row, MatchingThresholds thresholds) =>
        (band, thresholds.BandOf(row)) switch
        {
            (ConfidenceBand.High or ConfidenceBand.Medium, ConfidenceBand.High) => true,
            (ConfidenceBand.Medium, ConfidenceBand.Medium) => row.AutoConfirmEligible,
            _ => false,
        };
}
