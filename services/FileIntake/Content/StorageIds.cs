using System.Text.RegularExpressions;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary>Ours are 32 lower-case hexadecimal digits; any that the contract allows may be asked for.</summary>
static partial class StorageIds
{
    public const int Length = 32;

    public static string New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");

    public static void Check(string storageId)
    {
        if (!Allowed().IsMatch(storageId))
        {
            throw ProblemException.Validation("storage_id", "A storage id has 1 to 255 characters of A-Z a-z 0-9 . _ : / -.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:/-]{1,255}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Allowed();
}
