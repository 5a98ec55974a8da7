using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ClassManagement.Courses;

namespace Phase1.ClassManagement.Classes;

sealed class SchoolClassTable : IEntityTypeConfiguration<SchoolClass>
{
    public void Configure(EntityTypeBuilder<SchoolClass> schoolClass)
    {
        schoolClass.ToTable("classes").HasKey(c => c.ClassId);
        schoolClass.Property(c => c.ClassId).ValueGeneratedNever();
        schoolClass.Property(c => c.Name).HasMaxLength(255);
        schoolClass.Property(c => c.CreatedByUserId).HasMaxLength(255);
        schoolClass.Property(c => c.OrgId).HasMaxLength(255);
        schoolClass.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseCode).OnDelete(DeleteBehavior.Restrict);
        schoolClass.HasIndex(c => new { c.CreatedByUserId, c.ClassId });
    }
}
