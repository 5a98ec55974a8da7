using Phase1.FileIntake.Extraction;

namespace Phase1.FileIntake.Uploads;

/// <summary>One file of a request, looked at from outside.</summary>
sealed record IncomingFile(SpooledFile File, FileVerdict Verdict)
{
    public static IncomingFile Examine(UploadSpool spool, SpooledFile file, IntakeOptions limits)
    {
        if (file.Length > limits.MaxFileBytes)
        {
            return new(file, FileVerdict.Refuse(RefusalCodes.PayloadTooLarge));
        }

        using var content = spool.Open(file);
        return new(file, FileSniffer.Examine(file.Name, content, limits.MaxFileBytes));
    }
}
