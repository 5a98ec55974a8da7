using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ClassManagement.NameAccesses;

/// <summary>An operator has seen the names of a batch: who, why and when.</summary>
sealed class NameAccess
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required string ReadBy { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset ReadAt { get; init; }
}

sealed class NameAccessTable : IEntityTypeConfiguration<NameAccess>
{
    public void Configure(EntityTypeBuilder<NameAccess> access)
    {
        access.ToTable("name_accesses").HasKey(a => a.Id);
        access.Property(a => a.Id).ValueGeneratedNever();
        access.Property(a => a.ReadBy).HasMaxLength(255);
        access.Property(a => a.Reason).HasMaxLength(AccessReason.Longest);
        access.HasIndex(a => a.ReadAt);
    }
}
