namespace Phase1.FileIntake.Extraction;

/// <summary>Why a file was turned away before it was stored: it consumes no slot.</summary>
static class RefusalCodes
{
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";
    public const string EmptyContent = "EMPTY_CONTENT";
    public const string DuplicateFile = "DUPLICATE_FILE";
    public const string ValidationError = "VALIDATION_ERROR";
}
