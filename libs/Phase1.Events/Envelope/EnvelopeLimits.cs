namespace Phase1.Events;

/// <summary>Bounds of the wire contract.</summary>
public static class EnvelopeLimits
{
    /// <summary>Levels of nesting in a record.</summary>
    public const int MaxDepth = 32;

    /// <summary>Essays in a batch; the hard bound of the option Batches:MaxEssays.</summary>
    public const int MaxEssays = 500;

    /// <summary>Bytes in a record: above the largest valid one, 500 results with long file names.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;
}
