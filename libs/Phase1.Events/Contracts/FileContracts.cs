namespace Phase1.Events;

static class FileContracts
{
    public static Contract<EssayContentProvisioned> EssayContentProvisioned { get; } =
        new Contract<EssayContentProvisioned>()
            .FileName("original_file_name", fact => fact.OriginalFileName)
            .StorageId("raw_file_storage_id", fact => fact.RawFileStorageId)
            .StorageId("text_storage_id", fact => fact.TextStorageId)
            .Between("file_size_bytes", fact => fact.FileSizeBytes, 0)
            .Must(
                "content_md5_hash",
                "32 hexadecimal digits",
                fact => fact.ContentMd5Hash is not { } hash || ContractLimits.IsMd5(hash),
                ContractLimits.DescribeMd5
            );

    public static Contract<EssayValidationFailed> EssayValidationFailed { get; } =
        new Contract<EssayValidationFailed>()
            .FileName("original_file_name", fact => fact.OriginalFileName)
            .Must(
                "raw_file_storage_id",
                "a storage id or STORAGE_FAILED",
                fact =>
                    fact.RawFileStorageId is not { } id
                    || id == Events.EssayValidationFailed.StorageFailed
                    || ContractLimits.IsStorageId(id),
                ContractLimits.DescribeStorageId
            )
            .One("validation_error_detail", fact => fact.ValidationErrorDetail, SharedContracts.ErrorDetail)
            .Between("file_size_bytes", fact => fact.FileSizeBytes, 0);

    public static Contract<EssaySlotAssigned> EssaySlotAssigned { get; } =
        new Contract<EssaySlotAssigned>()
            .StorageId("text_storage_id", fact => fact.TextStorageId)
            .FileName("original_file_name", fact => fact.OriginalFileName);

    public static Contract<ExcessContentProvisioned> ExcessContentProvisioned { get; } =
        new Contract<ExcessContentProvisioned>()
            .FileName("original_file_name", fact => fact.OriginalFileName)
            .StorageId("text_storage_id", fact => fact.TextStorageId);

    public static Contract<BatchFileAdded> BatchFileAdded { get; } =
        new Contract<BatchFileAdded>().FileName("filename", fact => fact.Filename).Identity("user_id", fact => fact.UserId);
}
