namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>What one run of a consumer left behind: nothing forbids a second row, so that doubled work shows.</summary>
public sealed class Effect
{
    public long Id { get; set; }

    public Guid EventId { get; set; }

    public Guid BatchId { get; set; }

    public Guid UploadId { get; set; }
}

/// <summary>A name that only one row may have: the second is refused by the database.</summary>
public sealed class Claim
{
    public required string Name { get; set; }

    public Guid EventId { get; set; }
}
