namespace Phase1.Portal.Neighbours;

// What services answer to those who watch over data.

/// <summary>Somebody opened the body of a dead letter.</summary>
public sealed record BodyAccessDocument(Guid DeadLetterId, string ReadBy, DateTimeOffset ReadAt);

/// <summary>Somebody saw the names of a batch.</summary>
public sealed record NameAccessDocument(Guid BatchId, string ReadBy, string Reason, DateTimeOffset ReadAt);
