namespace Phase1.ClassManagement.Classes;

static class ClassModule
{
    internal static void MapClasses(this IEndpointRouteBuilder routes)
    {
        ListClassesEndpoint.Map(routes);
        CreateClassEndpoint.Map(routes);
        GetClassEndpoint.Map(routes);
        UpdateClassEndpoint.Map(routes);
        DeleteClassEndpoint.Map(routes);
        GetClassInfoEndpoint.Map(routes);
    }
}
