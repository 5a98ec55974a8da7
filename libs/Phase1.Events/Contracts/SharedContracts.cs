namespace Phase1.Events;

static class SharedContracts
{
    public static Contract<EssayRef> EssayRef { get; } =
        new Contract<EssayRef>()
            .StorageId("text_storage_id", essay => essay.TextStorageId)
            .FileName("original_file_name", essay => essay.OriginalFileName)
            .Object("spellcheck_metrics", essay => essay.SpellcheckMetrics);

    public static Contract<ErrorDetail> ErrorDetail { get; } =
        new Contract<ErrorDetail>()
            .Text("error_code", error => error.ErrorCode, ContractLimits.Code)
            .Text("message", error => error.Message, ContractLimits.Message, 0)
            .Text("service", error => error.Service, ContractLimits.Code)
            .Text("operation", error => error.Operation, ContractLimits.Code)
            .Object("details", error => error.Details);

    /// <summary>A list of essays in which none stands twice.</summary>
    public static Contract<T> Essays<T>(this Contract<T> contract, string field, Func<T, IReadOnlyList<EssayRef>?> get, int least)
        where T : class =>
        contract
            .Count(field, get, least, EnvelopeLimits.MaxEssays)
            .Each(field, get, EssayRef)
            .DistinctEssays(field, get, essay => essay.EssayId);
}
