using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>What may leave this service; section <c>Privacy</c>.</summary>
sealed class PrivacyOptions : IValidatedOptions
{
    public const string Section = "Privacy";

    /// <summary>False keeps file names, which may hold a student's name, off the log.</summary>
    public bool FileNamesOnLog { get; set; } = true;

    public string? OnLog(string fileName) => FileNamesOnLog ? fileName : null;
}
