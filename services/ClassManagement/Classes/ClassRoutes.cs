namespace Phase1.ClassManagement.Classes;

static class ClassRoutes
{
    internal static void MapClasses(this IEndpointRouteBuilder routes)
    {
        ListClasses.Map(routes);
        CreateClass.Map(routes);
        ReadClass.Map(routes);
        ChangeClass.Map(routes);
        DeleteClass.Map(routes);
        ClassInfo.Map(routes);
    }
}
