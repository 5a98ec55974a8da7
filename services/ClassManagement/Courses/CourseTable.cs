using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;

namespace Phase1.ClassManagement.Courses;

sealed class CourseTable : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> course)
    {
        course.ToTable("courses").HasKey(c => c.CourseCode);
        course.Property(c => c.Name).HasMaxLength(255);
        course.HasData(Enum.GetValues<CourseCode>().Select(code => Seed(code)));
    }

    static Course Seed(CourseCode code) =>
        new()
        {
            CourseCode = code,
            Name = (code.Language() == Language.En ? "English " : "Svenska ") + WireEnum.Name(code)[^1],
            Language = code.Language(),
        };
}
