namespace Phase1.ClassManagement.NameAccesses;

static class NameAccessModule
{
    internal static void MapNameAccesses(this IEndpointRouteBuilder routes)
    {
        ListNamesEndpoint.Map(routes);
        ListNameAccessesEndpoint.Map(routes);
    }
}
