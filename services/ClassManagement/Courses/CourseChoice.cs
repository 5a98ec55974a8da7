using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Courses;

/// <summary>The one course of a class. The list is the wire's shape; more than one course is not offered.</summary>
static class CourseChoice
{
    internal static CourseCode Of(IReadOnlyList<string?> codes)
    {
        if (codes.Distinct().Count() > 1)
        {
            throw new ProblemException(Problems.MultipleCourseError, "A class has exactly one course.");
        }
        return WireEnum.TryParse<CourseCode>(codes[0], out var course)
            ? course
            : throw new ProblemException(Problems.CourseNotFound, "There is no such course.");
    }
}
