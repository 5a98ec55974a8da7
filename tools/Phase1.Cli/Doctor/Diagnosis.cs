using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;

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

    internal Table ToTable()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "", "");
        foreach (var one in Checks)
        {
            table.AddRow(
                one.Status switch
                {
                    FindingStatus.Ok => "[green]ok[/]",
                    FindingStatus.Warn => "[yellow]warn[/]",
                    _ => "[red]fail[/]",
                },
                one.Id,
                Markup.Escape(one.Subject),
                Markup.Escape(one.Found),
                Markup.Escape(one.Because is { } cause ? $"because {cause}" : one.Advice ?? "")
            );
        }
        return table;
    }
}
