using Phase1.Portal.Classes.Import;
using Phase1.Portal.Classes.Students;

namespace Phase1.Portal.Classes;

/// <summary>Classes and their students.</summary>
static class ClassesModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListClassesEndpoint.Map(routes);
        CreateClassEndpoint.Map(routes);
        GetClassEndpoint.Map(routes);
        CreateStudentsEndpoint.Map(routes);
        DeleteStudentEndpoint.Map(routes);
        UpdateClassEndpoint.Map(routes);
        DeleteClassEndpoint.Map(routes);
        GetStudentEndpoint.Map(routes);
        CreateStudentEndpoint.Map(routes);
        UpdateStudentEndpoint.Map(routes);
        GetImportEndpoint.Map(routes);
        PreviewImportEndpoint.Map(routes);
        ImportStudentsEndpoint.Map(routes);
    }
}
