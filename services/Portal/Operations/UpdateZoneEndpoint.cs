using Phase1.Portal.Frame;

namespace Phase1.Portal.Operations;

/// <summary>Changes the zone in which times are written first.</summary>
static class UpdateZoneEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/ops/zone", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(HttpRequest request)
    {
        var form = await PageForm.ReadAsync(request.HttpContext);
        OperatorZone.Set(request.HttpContext, form.Text("zone") == "local");
        return Pages.Go(Pages.Local(form.Text("return")));
    }
}
