using Phase1.Events;

namespace Phase1.ClassManagement.Courses;

internal sealed class Course
{
    public required CourseCode CourseCode { get; init; }

    public required string Name { get; init; }

    public required Language Language { get; init; }
}
