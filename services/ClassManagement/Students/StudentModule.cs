using Phase1.ClassManagement.Students.Import;

namespace Phase1.ClassManagement.Students;

static class StudentModule
{
    internal static void MapStudents(this IEndpointRouteBuilder routes)
    {
        CreateStudentEndpoint.Map(routes);
        GetStudentEndpoint.Map(routes);
        UpdateStudentEndpoint.Map(routes);
        DeleteStudentEndpoint.Map(routes);
        CreateStudentsEndpoint.Map(routes);
        ImportStudentsEndpoint.Map(routes);
    }
}
