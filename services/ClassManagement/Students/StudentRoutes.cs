using Phase1.ClassManagement.Students.Import;

namespace Phase1.ClassManagement.Students;

static class StudentRoutes
{
    internal static void MapStudents(this IEndpointRouteBuilder routes)
    {
        CreateStudent.Map(routes);
        ReadStudent.Map(routes);
        ChangeStudent.Map(routes);
        DeleteStudent.Map(routes);
        BulkStudents.Map(routes);
        ImportStudents.Map(routes);
    }
}
