namespace Phase1.ServiceDefaults;

/// <summary>How the values of a metric become its number.</summary>
enum MetricKind
{
    Sum,
    Level,
    Value,
    ObservedSum,
    ObservedValue,
    Histogram,
}

/// <summary>One labelled series.</summary>
sealed class MetricSeries(MetricKind kind, double[] bounds)
{
    readonly Lock gate = new();
    readonly long[] buckets = new long[bounds.Length];
    double total;
    long count;

    internal void Record(double value)
    {
        lock (gate)
        {
            count++;
            // Several observables of one name and label (one a host) add up.
            total = kind == MetricKind.Value ? value : total + value;
            var bucket = bounds.AsSpan().BinarySearch(value);
            bucket = bucket < 0 ? ~bucket : bucket;
            if (bucket < buckets.Length)
            {
                buckets[bucket]++;
            }
        }
    }

    /// <summary>The number or sum, the count, and the count of values in each bucket (not cumulated), all of one moment.</summary>
    internal (double Total, long Count, long[] Buckets) Read()
    {
        lock (gate)
        {
            return (total, count, [.. buckets]);
        }
    }
}
