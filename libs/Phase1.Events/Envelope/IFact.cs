namespace Phase1.Events;

/// <summary>What an envelope carries: something that has happened, or a command.</summary>
public interface IFact
{
    /// <summary>The record key: batch id, else class id, else teacher id. Records of one key keep their order.</summary>
    string PartitionKey { get; }
}

/// <summary>A fact about one batch.</summary>
public interface IBatchFact : IFact
{
    /// <summary>The batch, never the all-zero id.</summary>
    Guid BatchId { get; }

    string IFact.PartitionKey => BatchId.ToString();
}
