namespace Phase1.Events;

/// <summary>What an envelope carries: something that has happened, or a command.</summary>
public interface IFact
{
    /// <summary>The record key: batch id, else class id, else teacher id; of what is about no batch and no class, its workspace or provider. Records of one key keep their order.</summary>
    string PartitionKey { get; }

    /// <summary>The batch that it is about; null where it is about none.</summary>
    Guid? Batch => null;
}

/// <summary>A fact about one batch.</summary>
public interface IBatchFact : IFact
{
    /// <summary>The batch, never the all-zero id.</summary>
    Guid BatchId { get; }

    string IFact.PartitionKey => BatchId.ToString();

    Guid? IFact.Batch => BatchId;
}

/// <summary>The last fact about a batch: it is deleted, and nothing that is told of it afterwards matters.</summary>
public interface IBatchDeletion : IBatchFact
{
    /// <summary>The owner.</summary>
    string UserId { get; }
}
