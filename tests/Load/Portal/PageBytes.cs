using System.Text.RegularExpressions;

namespace Phase1.Load.Portal;

/// <summary>What a browser with an empty cache transfers for a page, compressed: the page, what it names, and the modules that its scripts import.</summary>
/// <param name="All">Everything.</param>
/// <param name="Scripts">The scripts among it.</param>
sealed partial record PageBytes(long All, long Scripts)
{
    internal static async Task<PageBytes> OfAsync(Visitor visitor, string path, CancellationToken cancellationToken)
    {
        var (all, scripts) = (await visitor.BytesOfAsync(path, cancellationToken), 0L);
        var left = new Queue<string>(Named(await visitor.SeeAsync(path, cancellationToken)));
        var seen = new HashSet<string>();
        while (left.TryDequeue(out var asset))
        {
            if (!seen.Add(asset))
            {
                continue;
            }
            var bytes = await visitor.BytesOfAsync(asset, cancellationToken);
            all += bytes;
            if (asset.EndsWith(".js", StringComparison.Ordinal))
            {
                scripts += bytes;
                foreach (var imported in Import().Matches(await visitor.SeeAsync(asset, cancellationToken)).Select(Address))
                {
                    left.Enqueue(imported);
                }
            }
        }
        return new(all, scripts);
    }

    static IEnumerable<string> Named(string page) => Asset().Matches(page).Select(match => match.Value);

    // Modules lie side by side.
    static string Address(Match import) => $"/assets/{import.Groups[1].Value}";

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asset();

    [GeneratedRegex(@"(?:from|import)\s*'\./([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();
}
