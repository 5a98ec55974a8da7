using Wolverine.Attributes;
using Wolverine.Persistence.Sagas;

namespace Phase1.Benchmarks.Peers;

/// <summary>What the peers are told: the fields of our event of the same meaning.</summary>
[MessageIdentity(Identity)]
public sealed record FileAdded([property: SagaIdentity] Guid BatchId, Guid FileUploadId, string UserId, DateTimeOffset Timestamp)
{
    internal const string Identity = "file-added";
}

/// <summary>What they tell: the fields of our event of the same meaning.</summary>
[MessageIdentity("file-counted")]
public sealed record FileCounted(Guid BatchId, string ToStatus, string Trigger, string ClassType, string UserId, DateTimeOffset OccurredAt)
{
    internal static FileCounted Of(FileAdded added) =>
        new(added.BatchId, "awaiting_content_validation", "counted", "GUEST", added.UserId, added.Timestamp);
}
