using System.Collections.Concurrent;
using System.Text;

namespace Phase1.ServiceDefaults;

/// <summary>Labels as Prometheus writes them; the text is the series' key, too.</summary>
static class MetricLabels
{
    [ThreadStatic]
    static StringBuilder? _scratch;

    internal static string Render(ReadOnlySpan<KeyValuePair<string, object?>> tags) => Build(tags).ToString();

    /// <summary>Looks a series up without making a string: this runs for every measurement.</summary>
    internal static MetricSeries? Find(ConcurrentDictionary<string, MetricSeries> series, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = Build(tags);
        Span<char> key = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        text.CopyTo(0, key, text.Length);
        return series.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var found) ? found : null;
    }

    static StringBuilder Build(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = (_scratch ??= new StringBuilder(256)).Clear();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(name).Append("=\"");
            foreach (var c in value?.ToString() ?? "")
            {
                _ = c switch
                {
                    '\\' => text.Append("\\\\"),
                    '"' => text.Append("\\\""),
                    '\n' => text.Append("\\n"),
                    _ => text.Append(c),
                };
            }
            text.Append('"');
        }
        return text;
    }
}
