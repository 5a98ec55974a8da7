using System.Text.Json.Nodes;

namespace Phase1.Events;

/// <summary>Where a payload breaks its contract.</summary>
readonly record struct Breach(string Path, string Reason)
{
    public Breach Under(string parent) => this with { Path = $"{parent}.{Path}" };
}

/// <summary>
/// One rule of a payload's contract: <paramref name="Find"/> checks it, <paramref name="Text"/> tells it to a reader, and
/// <paramref name="Describe"/> writes it into the JSON schema of its field.
/// </summary>
sealed record Rule<T>(string Field, string Text, Func<T, Breach?> Find, Action<JsonObject> Describe);
