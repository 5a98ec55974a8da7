using Phase1.Matching;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Thresholds;

/// <summary>The numbers by which this process decides.</summary>
static class GetThresholdsEndpoint
{
    internal sealed record Answer(
        decimal AutoConfirm,
        decimal Preselect,
        decimal Review,
        decimal Margin,
        decimal NameFuzzyRatio,
        decimal EmailFuzzyRatio,
        int MaxSuggestions,
        EvidenceConfidences Confidences
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/student-matching/thresholds", Handle)
            .RequireService()
            .WithName("ShowMatchingThresholds")
            .WithTags("student-matching")
            .WithSummary("The numbers by which this process decides");

    static Answer Handle(MatchingThresholds thresholds) =>
        new(
            thresholds.AutoConfirm,
            thresholds.Preselect,
            thresholds.Review,
            thresholds.Margin,
            thresholds.NameFuzzyRatio,
            thresholds.EmailFuzzyRatio,
            thresholds.MaxSuggestions,
            thresholds.Confidences
        );
}
