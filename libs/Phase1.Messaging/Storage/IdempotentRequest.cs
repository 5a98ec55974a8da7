namespace Phase1.Messaging.Storage;

/// <summary>The first answer to an HTTP request that carried an Idempotency-Key; given again until it expires.</summary>
public sealed class IdempotentRequest
{
    /// <summary>The caller on whose behalf the request came.</summary>
    public required string UserId { get; set; }

    /// <summary>The caller's key, 1 to 100 characters.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of route and body.</summary>
    public required byte[] RequestHash { get; set; }

    /// <summary>The HTTP status of the first answer.</summary>
    public int Status { get; set; }

    /// <summary>The body of the first answer.</summary>
    public required byte[] Response { get; set; }

    /// <summary>When the key may be used anew.</summary>
    public DateTimeOffset ExpiresAt { get; set; }
}
