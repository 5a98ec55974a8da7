using System.Security.Cryptography;
using Phase1.FileIntake.Extraction;

namespace Phase1.FileIntake.Uploads;

/// <summary>One file of a request, looked at from outside.</summary>
sealed record IncomingFile(string Name, byte[] Content, FileVerdict Verdict)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async Task<IncomingFile> ReadAsync(
        UploadForm form,
        SpooledFile file,
        IntakeOptions limits,
        CancellationToken cancellationToken
    )
    {
        if (file.Length > limits.MaxFileBytes)
        {
            return new(file.Name, [], FileVerdict.Refuse(RefusalCodes.PayloadTooLarge));
        }

        var content = await form.ContentAsync(file, cancellationToken);
        return new(file.Name, content, FileSniffer.Examine(file.Name, content, limits.MaxFileBytes));
    }
}
