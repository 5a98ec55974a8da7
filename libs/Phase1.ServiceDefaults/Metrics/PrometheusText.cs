using System.Globalization;
using System.Text;

namespace Phase1.ServiceDefaults;

/// <summary>The text format of Prometheus, version 0.0.4.</summary>
static class PrometheusText
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    internal static string Of(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            if (!string.IsNullOrEmpty(family.Help))
            {
                text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help)).Append('\n');
            }
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
            foreach (var (labels, series) in family.Series)
            {
                Append(text, family, labels, series);
            }
        }
        return text.ToString();
    }

    static void Append(StringBuilder text, MetricFamily family, string labels, MetricSeries series)
    {
        var (total, count, buckets) = series.Read();
        if (family.Type != "histogram")
        {
            Line(text, family.Name, labels, total);
            return;
        }
        var separator = labels.Length == 0 ? "" : ",";
        var cumulated = 0L;
        for (var i = 0; i < buckets.Length; i++)
        {
            cumulated += buckets[i];
            Line(text, $"{family.Name}_bucket", $"{labels}{separator}le=\"{Number(family.Bounds[i])}\"", cumulated);
        }
        Line(text, $"{family.Name}_bucket", $"{labels}{separator}le=\"+Inf\"", count);
        Line(text, $"{family.Name}_sum", labels, total);
        Line(text, $"{family.Name}_count", labels, count);
    }

    static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    static string Escaped(string help) =>
        help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
