using System.Globalization;
using System.Text.RegularExpressions;

namespace Phase1.Load.Gateway;

/// <summary>How long transactions of the guard took, as a gateway's /metrics counts them.</summary>
sealed partial record GuardHistogram(IReadOnlyList<(double Seconds, double Count)> Buckets)
{
    internal static async Task<GuardHistogram> ReadAsync(HttpClient http, Uri gateway, CancellationToken cancellationToken)
    {
        var text = await http.GetStringAsync(new Uri(gateway, "/metrics"), cancellationToken);
        return new([
            .. Bucket()
                .Matches(text)
                .Select(bucket =>
                    (
                        bucket.Groups["le"].Value == "+Inf" ? double.PositiveInfinity : Number(bucket.Groups["le"].Value),
                        Number(bucket.Groups["count"].Value)
                    )
                )
                .OrderBy(bucket => bucket.Item1),
        ]);
    }

    /// <summary>What so large a share of those since an earlier reading did not exceed, in milliseconds, by the bounds of the buckets.</summary>
    internal double SinceMs(GuardHistogram earlier, double share)
    {
        var counts = Buckets.Zip(earlier.Buckets, (now, before) => (now.Seconds, Count: now.Count - before.Count)).ToList();
        var wanted = share * counts[^1].Count;
        return counts.First(bucket => bucket.Count >= wanted).Seconds * 1000;
    }

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^phase1_llm_guard_seconds_bucket\{[^}]*le=""(?<le>[^""]+)""[^}]*\} (?<count>\S+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Bucket();
}
