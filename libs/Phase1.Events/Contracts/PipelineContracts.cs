namespace Phase1.Events;

static class PipelineContracts
{
    const int Max = EnvelopeLimits.MaxEssays;

    static readonly BatchStatus[] RunEnds =
    [
        BatchStatus.CompletedSuccessfully,
        BatchStatus.CompletedWithFailures,
        BatchStatus.FailedCritically,
        BatchStatus.Cancelled,
    ];

    public static Contract<RequestPipeline> RequestPipeline { get; } =
        new Contract<RequestPipeline>()
            .Text("requested_pipeline", command => command.RequestedPipeline, ContractLimits.Code)
            .Identity("user_id", command => command.UserId)
            .Text("retry_reason", command => command.RetryReason, ContractLimits.Reason, 0)
            .Object("prompt_payload", command => command.PromptPayload);

    public static Contract<PipelineDenied> PipelineDenied { get; } =
        new Contract<PipelineDenied>()
            .Identity("user_id", fact => fact.UserId)
            .Identity("org_id", fact => fact.OrgId)
            .Text("requested_pipeline", fact => fact.RequestedPipeline, ContractLimits.Code);

    public static Contract<InitiatePhase> InitiatePhase { get; } =
        new Contract<InitiatePhase>()
            .Essays("essays_to_process", command => command.EssaysToProcess, 0)
            .Object("student_prompt_ref", command => command.StudentPromptRef);

    public static Contract<BatchPhaseCompleted> BatchPhaseCompleted { get; } =
        new Contract<BatchPhaseCompleted>()
            .Essays("processed_essays", fact => fact.ProcessedEssays, 0)
            .Count("failed_essay_ids", fact => fact.FailedEssayIds, 0, Max)
            .Distinct("failed_essay_ids", fact => fact.FailedEssayIds);

    public static Contract<BatchPhaseParked> BatchPhaseParked { get; } =
        new Contract<BatchPhaseParked>()
            .Code("reason", fact => fact.Reason)
            .Count("missing_essay_ids", fact => fact.MissingEssayIds, 1, Max)
            .Distinct("missing_essay_ids", fact => fact.MissingEssayIds);

    public static Contract<BatchPhaseResumed> BatchPhaseResumed { get; } =
        new Contract<BatchPhaseResumed>()
            .Code("reason", fact => fact.Reason)
            .Count("missing_essay_ids", fact => fact.MissingEssayIds, 1, Max)
            .Distinct("missing_essay_ids", fact => fact.MissingEssayIds);

    public static Contract<BatchPipelineCompleted> BatchPipelineCompleted { get; } =
        new Contract<BatchPipelineCompleted>()
            .Distinct("completed_phases", fact => fact.CompletedPhases)
            .Must(
                "final_status",
                "a status a run ends in",
                fact => RunEnds.Contains(fact.FinalStatus),
                SchemaKeywords.OneOf(RunEnds.Select(WireEnum.Name))
            )
            .Between("successful_essay_count", fact => fact.SuccessfulEssayCount, 0, Max)
            .Between("failed_essay_count", fact => fact.FailedEssayCount, 0, Max);
}
