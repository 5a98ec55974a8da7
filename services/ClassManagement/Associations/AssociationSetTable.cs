using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ClassManagement.Classes;
using Phase1.Messaging.Storage;

namespace Phase1.ClassManagement.Associations;

sealed class AssociationSetTable : IEntityTypeConfiguration<AssociationSet>
{
    public void Configure(EntityTypeBuilder<AssociationSet> set)
    {
        set.ToTable("association_sets").HasKey(s => s.BatchId);
        set.Property(s => s.BatchId).ValueGeneratedNever();
        set.Property(s => s.OwnerUserId).HasMaxLength(255);
        set.Property(s => s.OrgId).HasMaxLength(255);
        set.Property(s => s.Trace).HasConversion<TraceContextConverter>();
        set.HasOne<SchoolClass>().WithMany().HasForeignKey(s => s.ClassId).OnDelete(DeleteBehavior.Restrict);
        set.HasIndex(s => s.DeadlineAt).HasFilter("state = 'open'").HasDatabaseName("ix_association_sets_open_deadline");
        set.HasIndex(s => s.NextDueAt).HasFilter("state = 'open'").HasDatabaseName("ix_association_sets_open_next_due");
        set.HasIndex(s => s.ClassId).HasFilter("state = 'open'").HasDatabaseName("ix_association_sets_open_class");
    }
}
