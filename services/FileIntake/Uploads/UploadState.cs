namespace Phase1.FileIntake.Uploads;

/// <summary>Received once the answer says so; then, once and for ever, provisioned or failed.</summary>
enum UploadState
{
    Received,
    Provisioned,
    Failed,
}
