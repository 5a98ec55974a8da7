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
    }
}
