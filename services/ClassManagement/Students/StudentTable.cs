using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Storage;

namespace Phase1.ClassManagement.Students;

sealed class StudentTable : IEntityTypeConfiguration<Student>
{
    internal const string EmailIndex = "ix_students_own_email";

    public void Configure(EntityTypeBuilder<Student> student)
    {
        student.ToTable(
            "students",
            table => table.HasCheckConstraint("ck_students_placeholder", "is_placeholder = (placeholder_class_id is not null)")
        );
        student.HasKey(s => s.StudentId);
        student.Property(s => s.StudentId).ValueGeneratedNever();
        student.Property(s => s.FirstName).HasMaxLength(FieldErrors.NameLength);
        student.Property(s => s.LastName).HasMaxLength(FieldErrors.NameLength);
        student.Property(s => s.LegalFullName).HasMaxLength(FieldErrors.LegalNameLength);
        student.Property(s => s.Email).HasMaxLength(FieldErrors.NameLength);
        student.Property(s => s.EmailLower).HasComputedColumnSql("lower(email)", stored: true);
        student.Property(s => s.CreatedByUserId).HasMaxLength(255);
        student.HasIndex(s => s.PlaceholderClassId).IsUnique();
        student.HasOne<SchoolClass>().WithMany().HasForeignKey(s => s.PlaceholderClassId).OnDelete(DeleteBehavior.Restrict);
        student
            .HasIndex(s => new { s.CreatedByUserId, s.EmailLower })
            .IsUnique()
            .HasFilter("email is not null and deleted_at is null")
            .HasDatabaseName(EmailIndex);
        student
            .HasIndex(s => s.DeletedAt)
            .HasFilter("deleted_at is not null and erased_at is null")
            .HasDatabaseName("ix_students_to_erase");
    }
}

sealed class EnrolmentTable : IEntityTypeConfiguration<Enrolment>
{
    public void Configure(EntityTypeBuilder<Enrolment> enrolment)
    {
        enrolment.ToTable("enrolments").HasKey(e => new { e.ClassId, e.StudentId });
        enrolment.HasIndex(e => e.StudentId);
        enrolment.HasOne<SchoolClass>().WithMany().HasForeignKey(e => e.ClassId).OnDelete(DeleteBehavior.Restrict);
        enrolment.HasOne<Student>().WithMany().HasForeignKey(e => e.StudentId).OnDelete(DeleteBehavior.Restrict);
    }
}
