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
    readonly Lock _gate = new();
    readonly long[] _buckets = new long[bounds.Length];
    double _total;
    long _count;

    internal void Record(double value)
    {
        lock (_gate)
        {
            _count++;
            // Several observables of one name and label (one a host) add up.
            _total = kind == MetricKind.Value ? value : _total + value;
            var bucket = bounds.AsSpan().BinarySearch(value);
            bucket = bucket < 0 ? ~bucket : bucket;
            if (bucket < _buckets.Length)
            {
                _buckets[bucket]++;
            }
        }
    }

    /// <summary>The number or sum, the count, and the count of values in each bucket (not cumulated), all of one moment.</summary>
    internal (double Total, long Count, long[] Buckets) Read()
    {
        lock (_gate)
        {
            return (_total, _count, [.. _buckets]);
        }
    }
}
