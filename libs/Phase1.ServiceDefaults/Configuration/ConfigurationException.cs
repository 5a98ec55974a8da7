namespace Phase1.ServiceDefaults;

/// <summary>A setting is missing or invalid: the process must not start.</summary>
/// <param name="problem">One sentence that begins with the setting, as in <c>ConnectionStrings:Database is missing.</c>, and repeats no secret.</param>
public sealed class ConfigurationException(string problem) : Exception(OneLine($"Invalid configuration: {problem}"))
{
    /// <summary>The setting is not there.</summary>
    /// <param name="setting">The setting, as in <c>ConnectionStrings:Database</c>.</param>
    public static ConfigurationException Missing(string setting) =>
        new($"{setting} is missing (environment variable {setting.Replace(":", "__", StringComparison.Ordinal)}).");

    static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
