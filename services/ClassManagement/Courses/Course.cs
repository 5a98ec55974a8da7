using Phase1.Events;

namespace Phase1.ClassManagement.Courses;

sealed class Course
{
    public required CourseCode CourseCode { get; init; }

    public required string Name { get; init; }

    public required Language Language { get; init; }
}
