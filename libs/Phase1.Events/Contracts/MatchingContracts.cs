namespace Phase1.Events;

static class MatchingContracts
{
    public const int MaxSuggestions = 10;

    public static Contract<InitiateStudentMatching> InitiateStudentMatching { get; } =
        new Contract<InitiateStudentMatching>().Essays("essays_to_process", command => command.EssaysToProcess, 1);

    public static Contract<BatchStudentMatchingRequested> BatchStudentMatchingRequested { get; } =
        new Contract<BatchStudentMatchingRequested>().Essays("essays_to_process", fact => fact.EssaysToProcess, 1);

    static Contract<StudentSuggestion> StudentSuggestion { get; } =
        new Contract<StudentSuggestion>()
            .Confidence("confidence_score", suggestion => suggestion.ConfidenceScore)
            .Count("match_reasons", suggestion => suggestion.MatchReasons, 0, ReasonCodesConverter.MostReasons)
            .Must(
                "match_reasons",
                "codes",
                suggestion => suggestion.MatchReasons is not { } codes || codes.All(ContractLimits.IsCode),
                SchemaKeywords.Items(ContractLimits.DescribeCode)
            );

    static Contract<MatchResult> MatchResult { get; } =
        new Contract<MatchResult>()
            .StorageId("text_storage_id", result => result.TextStorageId)
            .FileName("filename", result => result.Filename)
            .Count("suggestions", result => result.Suggestions, 0, MaxSuggestions)
            .Each("suggestions", result => result.Suggestions, StudentSuggestion);

    static Contract<ProcessingSummary> ProcessingSummary { get; } =
        new Contract<ProcessingSummary>()
            .Between("total_essays", summary => summary.TotalEssays, 0)
            .Between("processed", summary => summary.Processed, 0)
            .Between("matched", summary => summary.Matched, 0)
            .Between("unmatched", summary => summary.Unmatched, 0)
            .Between("failed", summary => summary.Failed, 0);

    public static Contract<BatchAuthorMatchesSuggested> BatchAuthorMatchesSuggested { get; } =
        new Contract<BatchAuthorMatchesSuggested>()
            .Count("match_results", fact => fact.MatchResults, 0, EnvelopeLimits.MaxEssays)
            .Each("match_results", fact => fact.MatchResults, MatchResult)
            .DistinctEssays("match_results", fact => fact.MatchResults, result => result.EssayId)
            .One("processing_summary", fact => fact.ProcessingSummary, ProcessingSummary)
            .Object("processing_metadata", fact => fact.ProcessingMetadata);
}
