using System.Text.Json;
using System.Text.Json.Serialization;

namespace Phase1.Cli.Doctor;

/// <summary>All that was found.</summary>
/// <param name="Checks">In the order of the checks.</param>
sealed record Diagnosis(IReadOnlyList<Finding> Checks)
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    static readonly string[] Words = ["ok", "warn", "fail"];

    /// <summary>The worst finding; what only follows from another is not counted.</summary>
    public FindingStatus Status =>
        Checks.Where(one => one.Because is null).Select(one => one.Status).DefaultIfEmpty(FindingStatus.Ok).Max();

    /// <summary>Whether anything answered at all.</summary>
    internal bool HasLooked => Checks.Any(one => one.Status == FindingStatus.Ok);

    internal int ExitCode =>
        !HasLooked
            ? Cli.ExitCode.CouldNotLook
            : Status switch
            {
                FindingStatus.Ok => Cli.ExitCode.Done,
                FindingStatus.Warn => Cli.ExitCode.Warned,
                _ => Cli.ExitCode.FoundFaults,
            };

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A line for each check; what is to be done comes last.</summary>
    internal IEnumerable<string> ToLines()
    {
        var widest = Checks.Max(one => one.Subject.Length);
        return Checks.Select(one => $"{Words[(int)one.Status], -4}  {one.Id}  {one.Subject.PadRight(widest)}  {one.Found}{Ending(one)}");
    }

    static string Ending(Finding one) =>
        one.Because is { } cause ? $" (because {cause})"
        : one.Advice is { } advice ? $"; {advice}"
        : "";
}
