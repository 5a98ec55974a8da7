namespace Phase1.Portal.Neighbours;

// What every service answers to those who watch over rules and data.

/// <summary>The settings of a service.</summary>
public sealed record SettingsDocument(IReadOnlyDictionary<string, Dictionary<string, string?>> Options);

/// <summary>Somebody opened the body of a dead letter.</summary>
public sealed record BodyAccessDocument(Guid DeadLetterId, string ReadBy, DateTimeOffset ReadAt);

/// <summary>Somebody saw the names of a batch.</summary>
public sealed record NameAccessDocument(Guid BatchId, string ReadBy, string Reason, DateTimeOffset ReadAt);
