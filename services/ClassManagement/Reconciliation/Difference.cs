using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ClassManagement.Associations;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>A finding that lasts. It is reported when it has outlasted what is under way, and kept with its batch when it is gone.</summary>
sealed class Difference
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required DifferenceKind Kind { get; init; }

    public Guid? EssayId { get; init; }

    public required string Ours { get; set; }

    public required string Theirs { get; set; }

    public required DateTimeOffset FirstSeenAt { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>When an operator had the set restated, the last time.</summary>
    public DateTimeOffset? RepairedAt { get; set; }

    public string? RepairedBy { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    internal static Difference Of(Finding finding, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            BatchId = finding.BatchId,
            Kind = finding.Kind,
            EssayId = finding.EssayId,
            Ours = finding.Ours,
            Theirs = finding.Theirs,
            FirstSeenAt = now,
        };
}

sealed class DifferenceTable : IEntityTypeConfiguration<Difference>
{
    public void Configure(EntityTypeBuilder<Difference> difference)
    {
        difference.ToTable("reconciliation_differences").HasKey(d => d.Id);
        difference.Property(d => d.Id).ValueGeneratedNever();
        difference.Property(d => d.Ours).HasMaxLength(100);
        difference.Property(d => d.Theirs).HasMaxLength(100);
        difference.Property(d => d.RepairedBy).HasMaxLength(255);
        difference.HasOne<AssociationSet>().WithMany().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
        difference
            .HasIndex(d => new
            {
                d.BatchId,
                d.Kind,
                d.EssayId,
            })
            .IsUnique()
            .AreNullsDistinct(false)
            .HasFilter("resolved_at is null")
            .HasDatabaseName("ix_reconciliation_differences_unresolved");
        difference.HasIndex(d => d.BatchId);
    }
}
