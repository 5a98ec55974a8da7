using System.Text.RegularExpressions;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary>Ours are 32 lower-case hexadecimal digits; any that the contract allows may be asked for.</summary>
static partial class StorageIds
{
    public const int Length = 32;

    public static string New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    /// <summary>Refuses what is none.</summary>
    /// <param name="storageId">What was asked for.</param>
    /// <param name="field">Where it stood in the request.</param>
    public static void Check(string? storageId, string field = "storage_id")
    {
        if (storageId is null || !Allowed().IsMatch(storageId))
        {
            throw ProblemException.Validation(field, "A storage id has 1 to 255 characters of A-Z a-z 0-9 . _ : / -.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:/-]{1,255}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Allowed();
}
