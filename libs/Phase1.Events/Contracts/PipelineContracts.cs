namespace Phase1.Events;

static class PipelineContracts
{
    const int Max = EnvelopeLimits.MaxEssays;

    public static Contract<RequestPipeline> RequestPipeline { get; } =
        new Contract<RequestPipeline>()
            .Text("requested_pipeline", command => command.RequestedPipeline, ContractLimits.Code)
            .Text("user_id", command => command.UserId, ContractLimits.Id)
            .Text("retry_reason", command => command.RetryReason, ContractLimits.Reason, 0)
            .Object("prompt_payload", command => command.PromptPayload);

    public static Contract<PipelineDenied> PipelineDenied { get; } =
        new Contract<PipelineDenied>()
            .Text("user_id", fact => fact.UserId, ContractLimits.Id)
            .Text("org_id", fact => fact.OrgId, ContractLimits.Id)
            .Text("requested_pipeline", fact => fact.RequestedPipeline, ContractLimits.Code);

    public static Contract<InitiatePhase> InitiatePhase { get; } =
        new Contract<InitiatePhase>()
            .Essays("essays_to_process", command => command.EssaysToProcess, 0)
            .Object("student_prompt_ref", command => command.StudentPromptRef);

    public static Contract<BatchPhaseCompleted> BatchPhaseCompleted { get; } =
        new Contract<BatchPhaseCompleted>()
            .Essays("processed_essays", fact => fact.ProcessedEssays, 0)
            .Count("failed_essay_ids", fact => fact.FailedEssayIds, 0, Max)
            .Distinct("failed_essay_ids", fact => fact.FailedEssayIds, id => id);

    public static Contract<BatchPipelineCompleted> BatchPipelineCompleted { get; } =
        new Contract<BatchPipelineCompleted>()
            .Distinct("completed_phases", fact => fact.CompletedPhases, phase => phase)
            .Must("final_status", "a status a run ends in", fact => EndsARun(fact.FinalStatus))
            .Between("successful_essay_count", fact => fact.SuccessfulEssayCount, 0, Max)
            .Between("failed_essay_count", fact => fact.FailedEssayCount, 0, Max);

    static bool EndsARun(BatchStatus status) =>
        status
            is BatchStatus.CompletedSuccessfully
                or BatchStatus.CompletedWithFailures
                or BatchStatus.FailedCritically
                or BatchStatus.Cancelled;
}
