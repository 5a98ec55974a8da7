namespace Phase1.Events;

static class BatchContracts
{
    const int Max = EnvelopeLimits.MaxEssays;

    public static Contract<BatchEssaysRegistered> BatchEssaysRegistered { get; } =
        new Contract<BatchEssaysRegistered>()
            .Between("expected_essay_count", fact => fact.ExpectedEssayCount, 1, Max)
            .Must("essay_ids", "as many as expected", fact => fact.EssayIds is not { } ids || ids.Count == fact.ExpectedEssayCount)
            .Distinct("essay_ids", fact => fact.EssayIds)
            .Identity("user_id", fact => fact.UserId)
            .Identity("org_id", fact => fact.OrgId)
            .Object("student_prompt_ref", fact => fact.StudentPromptRef);

    static Contract<FailedUpload> FailedUpload { get; } =
        new Contract<FailedUpload>().FileName("original_file_name", failure => failure.OriginalFileName);

    public static Contract<BatchContentProvisioningCompleted> BatchContentProvisioningCompleted { get; } =
        new Contract<BatchContentProvisioningCompleted>()
            .Between("expected_count", fact => fact.ExpectedCount, 1, Max)
            .Must("provisioned_count", "at most as many as expected", fact => fact.ProvisionedCount <= fact.ExpectedCount)
            .Between("provisioned_count", fact => fact.ProvisionedCount, 0, Max)
            .Identity("user_id", fact => fact.UserId)
            .Must(
                "essays_for_processing",
                "as many as provisioned",
                fact => fact.EssaysForProcessing is not { } essays || essays.Count == fact.ProvisionedCount
            )
            .Essays("essays_for_processing", fact => fact.EssaysForProcessing, 0)
            .Count("failed_uploads", fact => fact.FailedUploads, 0, Max)
            .Each("failed_uploads", fact => fact.FailedUploads, FailedUpload)
            .DistinctEssays("failed_uploads", fact => fact.FailedUploads, failure => failure.EssayId);

    static Contract<FailedEssay> FailedEssay { get; } =
        new Contract<FailedEssay>()
            .FileName("file_name", failure => failure.FileName)
            .One("error_detail", failure => failure.ErrorDetail, SharedContracts.ErrorDetail);

    static Contract<ErrorSummary> ErrorSummary { get; } =
        new Contract<ErrorSummary>()
            .Between("total_errors", summary => summary.TotalErrors, 0)
            .Counts("error_categories", summary => summary.ErrorCategories);

    public static Contract<BatchValidationErrors> BatchValidationErrors { get; } =
        new Contract<BatchValidationErrors>()
            .Count("failed_essays", fact => fact.FailedEssays, 0, Max)
            .Each("failed_essays", fact => fact.FailedEssays, FailedEssay)
            .DistinctEssays("failed_essays", fact => fact.FailedEssays, failure => failure.EssayId)
            .One("error_summary", fact => fact.ErrorSummary, ErrorSummary);

    public static Contract<BatchEssaysReady> BatchEssaysReady { get; } =
        new Contract<BatchEssaysReady>()
            .Essays("ready_essays", fact => fact.ReadyEssays, 1)
            .Must(
                "class_type",
                "REGULAR",
                fact => fact.ClassType == BatchKind.Regular,
                SchemaKeywords.Constant(WireEnum.Name(BatchKind.Regular))
            )
            .Object("student_prompt_ref", fact => fact.StudentPromptRef);

    public static Contract<BatchStatusChanged> BatchStatusChanged { get; } =
        new Contract<BatchStatusChanged>()
            .Text("trigger", fact => fact.Trigger, ContractLimits.Code)
            .Identity("user_id", fact => fact.UserId)
            .Text("reason", fact => fact.Reason, ContractLimits.Reason, 0);

    public static Contract<BatchDeleted> BatchDeleted { get; } =
        new Contract<BatchDeleted>()
            .Identity("user_id", fact => fact.UserId)
            .Count("text_storage_ids", fact => fact.TextStorageIds, 0, Max)
            .Distinct("text_storage_ids", fact => fact.TextStorageIds)
            .Must(
                "text_storage_ids",
                "each 1..255 of A-Z a-z 0-9 . _ : / -",
                fact => fact.TextStorageIds is not { } ids || ids.All(id => id is not null && ContractLimits.IsStorageId(id)),
                SchemaKeywords.Items(ContractLimits.DescribeStorageId)
            );
}
