using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ClassManagement.Students;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

sealed class AssociationTable : IEntityTypeConfiguration<Association>
{
    public void Configure(EntityTypeBuilder<Association> row)
    {
        row.ToTable(
            "associations",
            table => table.HasCheckConstraint("ck_associations_confidence_score", "confidence_score between 0 and 1")
        );
        // A decision changes no indexed column and finds room on its row's page, so that it costs no index a write.
        row.HasStorageParameter("fillfactor", 60);
        row.HasKey(a => new { a.BatchId, a.EssayId });
        row.HasIndex(a => a.EssayId).IsUnique();
        row.Property(a => a.FileName).HasMaxLength(500);
        row.Property(a => a.ConfidenceScore).HasColumnType("numeric");
        row.Property(a => a.MatchReasons).IsJsonList();
        row.Property(a => a.Suggestions).IsJsonList();
        row.Property(a => a.ValidatedBy).HasMaxLength(255);
        row.HasOne<AssociationSet>().WithMany().HasForeignKey(a => a.BatchId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Student>().WithMany().HasForeignKey(a => a.SuggestedStudentId).OnDelete(DeleteBehavior.Restrict);
        row.HasOne<Student>().WithMany().HasForeignKey(a => a.DecidedStudentId).OnDelete(DeleteBehavior.Restrict);
    }
}
