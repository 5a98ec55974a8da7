using System.Globalization;
using System.Text.RegularExpressions;
using Phase1.Load.Suite;

namespace Phase1.Load.Pipeline;

/// <summary>How many HTTP requests the services have answered, by their metrics.</summary>
static partial class RequestCounts
{
    /// <summary>By service, of all its instances; without those that ask how a service is.</summary>
    internal static async Task<IReadOnlyDictionary<string, long>> ReadAsync(RunningSuite suite, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var counts = new Dictionary<string, long>();
        foreach (var service in suite.Services)
        {
            foreach (var address in suite.AddressesOf(service))
            {
                var page = await http.GetStringAsync(new Uri($"{address}/metrics"), cancellationToken);
                counts[service.ToString()] = counts.GetValueOrDefault(service.ToString()) + Sum(page);
            }
        }
        return counts;
    }

    static long Sum(string page) =>
        Requests().Matches(page).Sum(series => long.Parse(series.Groups["count"].ValueSpan, CultureInfo.InvariantCulture));

    [GeneratedRegex("""^phase1_http_requests_total\{(?!.*route="/(livez|readyz|metrics)").*\} (?<count>\d+)""", RegexOptions.Multiline)]
    private static partial Regex Requests();
}
