using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>One step in the life of an association: who bound the essay to whom, when, and how. Never changed afterwards.</summary>
sealed record AssociationChange
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required Guid EssayId { get; init; }

    public required int Version { get; init; }

    public Guid? FromStudentId { get; init; }

    public Guid? ToStudentId { get; init; }

    public required ChangeKind Decision { get; init; }

    public required ValidationMethod Method { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The decisions, the two ways of taking one back, and the end of all of them.</summary>
enum ChangeKind
{
    Accepted,
    Chosen,
    Unknown,
    Excluded,
    TimeoutSuggested,
    TimeoutUnknown,
    SuggestionRejected,
    Reopened,
    Erased,
}

sealed class AssociationChangeTable : IEntityTypeConfiguration<AssociationChange>
{
    public void Configure(EntityTypeBuilder<AssociationChange> change)
    {
        change.ToTable("association_changes").HasKey(c => c.Id);
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.By).HasMaxLength(255);
        change
            .HasIndex(c => new
            {
                c.BatchId,
                c.EssayId,
                c.Version,
            })
            .IsUnique();
        change.HasOne<Association>().WithMany().HasForeignKey(c => new { c.BatchId, c.EssayId }).OnDelete(DeleteBehavior.Restrict);
    }
}
