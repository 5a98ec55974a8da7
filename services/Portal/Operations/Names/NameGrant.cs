using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.Portal.Operations.Names;

/// <summary>An operator may see the names of one batch for a while, for a reason.</summary>
sealed class NameGrant
{
    internal const int ShortestReason = 15;

    internal const int LongestReason = 500;

    /// <summary>How long a grant lasts.</summary>
    internal static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public required Guid GrantId { get; init; }

    public required string UserId { get; init; }

    public required Guid BatchId { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When the operator gave it back early.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

sealed class NameGrantTable : IEntityTypeConfiguration<NameGrant>
{
    public void Configure(EntityTypeBuilder<NameGrant> grant)
    {
        grant.ToTable("break_glass").HasKey(g => g.GrantId);
        grant.Property(g => g.GrantId).ValueGeneratedNever();
        grant.Property(g => g.UserId).HasMaxLength(255);
        grant.Property(g => g.Reason).HasMaxLength(NameGrant.LongestReason);
        grant.HasIndex(g => new { g.UserId, g.BatchId });
        grant.HasIndex(g => g.EndsAt);
    }
}
