using System.Security.Cryptography;
using Phase1.FileIntake.Extraction;

namespace Phase1.FileIntake.Uploads;

/// <summary>One file of a request, looked at from outside.</summary>
sealed record IncomingFile(string Name, byte[] Content, FileVerdict Verdict)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));

    public static async Task<IncomingFile> ReadAsync(IFormFile file, IntakeOptions limits, CancellationToken cancellationToken)
    {
        var name = Clean(file.FileName);
        if (file.Length > limits.MaxFileBytes)
        {
            return new(name, [], FileVerdict.Refuse(RefusalCodes.PayloadTooLarge));
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellationToken);
        }

        return new(name, content, FileSniffer.Examine(name, content, limits.MaxFileBytes));
    }

    // Some senders give a whole path; control characters have no place in a name and none in the database.
    static string Clean(string fileName) =>
        string.Concat(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(letter => !char.IsControl(letter)));
}
