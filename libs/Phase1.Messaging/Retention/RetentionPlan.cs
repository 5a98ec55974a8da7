namespace Phase1.Messaging;

/// <summary>How long the rows of each of a service's tables are kept, those of the engine among them.</summary>
public sealed class RetentionPlan
{
    internal RetentionPlan(IEnumerable<TableRetention> ofService) => Tables = [.. EngineRetention.Tables, .. ofService];

    /// <summary>At least one for each table; those of a batch in the order in which they are deleted.</summary>
    public IReadOnlyList<TableRetention> Tables { get; }

    internal IEnumerable<AgedTable> Aged => Tables.OfType<AgedTable>();

    internal IEnumerable<BatchTable> OfBatch => Tables.OfType<BatchTable>();
}
