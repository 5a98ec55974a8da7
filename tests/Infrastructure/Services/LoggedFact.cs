using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>A fact as it stands on the log.</summary>
public sealed record LoggedFact<T>(EventEnvelope Header, T Data, int Partition, long Offset, string Key)
{
    public string? UserId => Header.Metadata?.GetValueOrDefault(EventMetadata.UserId);

    public string? OrgId => Header.Metadata?.GetValueOrDefault(EventMetadata.OrgId);

    public string? CausationId => Header.Metadata?.GetValueOrDefault(EventMetadata.CausationId);
}
