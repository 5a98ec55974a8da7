using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Phase1.Cli.Local;

/// <summary>Passwords in an environment file.</summary>
static partial class Secrets
{
    const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The variables that a compose file cannot do without.</summary>
    internal static IReadOnlyList<string> AskedForBy(string composeFile) =>
        [.. Required().Matches(composeFile).Select(variable => variable.Groups["name"].Value).Distinct()];

    /// <summary>Adds a new password for each name that the file does not have.</summary>
    internal static void Complete(string file, IEnumerable<string> names)
    {
        var known = File.Exists(file) ? File.ReadLines(file).Select(line => line.Split('=')[0]).ToHashSet() : [];
        using var writer = new StreamWriter(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.Append,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerAlone,
            }
        );
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            writer.WriteLine($"{name}={Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}");
        }
    }

    [GeneratedRegex(@"\$\{(?<name>\w+):\?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Required();
}
