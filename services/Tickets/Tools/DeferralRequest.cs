using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Tools;

/// <summary>What defer_ticket is asked for: a person's answer, an instant, or a number of hours.</summary>
sealed record DeferralRequest(string Reason, string? Until, double? Hours)
{
    // A year, and the day that a leap year has more.
    const double MostHours = 8784;

    internal bool AwaitsHuman => Until is null && Hours is null;

    internal string Type =>
        AwaitsHuman ? "awaiting_human"
        : Until is null ? "relative_hours"
        : "until_timestamp";

    /// <summary>The instant's text: a caller's own stays as it is.</summary>
    internal string? UntilText(DateTimeOffset now) => Hours is { } hours ? ToText(now + TimeSpan.FromHours(hours)) : Until;

    internal static DeferralRequest Of(JsonObject parameters)
    {
        var awaits = parameters["await_human"] is JsonValue human && human.GetValueKind() == JsonValueKind.True;
        var (until, hours) = (parameters["defer_until"], parameters["defer_hours"]);
        var given = (awaits ? 1 : 0) + (until is null ? 0 : 1) + (hours is null ? 0 : 1);
        return given switch
        {
            0 => throw new ToolException("Must provide defer_until, defer_hours, or await_human=true"),
            > 1 => throw new ToolException("Give only one of defer_until, defer_hours and await_human"),
            _ => new(
                ToolParameters.Notes(parameters, "reason") ?? "No reason provided",
                until is null ? null : InstantOf(parameters),
                hours is null ? null : HoursOf(hours)
            ),
        };
    }

    static string InstantOf(JsonObject parameters) =>
        ToolParameters.Text(parameters, "defer_until") is { } text && Deferral.TryRead(text, out _) && char.IsAsciiDigit(text[0])
            ? text
            : throw new ToolException("defer_until must be an ISO 8601 timestamp");

    static double HoursOf(JsonNode given)
    {
        if (given is not JsonValue value || value.GetValueKind() != JsonValueKind.Number || !value.TryGetValue<double>(out var hours))
        {
            throw new ToolException("defer_hours must be a number");
        }
        return !(hours > 0) ? throw new ToolException("defer_hours must be greater than 0")
            : hours > MostHours ? throw new ToolException($"defer_hours must be at most {MostHours}")
            : hours;
    }

    static string ToText(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
}
