using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Phase1.Benchmarks.Endurance;

/// <summary>What /readyz says of the outbox.</summary>
/// <param name="Status">ready, degraded or not_ready.</param>
/// <param name="OldestSeconds">How long the oldest event has waited; null where none waits.</param>
sealed partial record OutboxReadiness(string Status, int? OldestSeconds)
{
    public static async Task<OutboxReadiness> AskAsync(HttpClient http, Uri address)
    {
        using var answer = await http.GetAsync(new Uri(address, "/readyz"));
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var check = page.GetProperty("checks").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "outbox");
        var age = Age().Match(check.GetProperty("detail").GetString()!);
        return new(
            check.GetProperty("status").GetString()!,
            age.Success ? int.Parse(age.Groups["age"].ValueSpan, CultureInfo.InvariantCulture) : null
        );
    }

    [GeneratedRegex(@"has waited (?<age>\d+) s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Age();
}
