using Phase1.Portal.Frame;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>The form by which a request is written down.</summary>
static class GetNewRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy/requests/new", Handle).ForPrivacyOfficer();

    static IResult Handle(TimeProvider clock)
    {
        var form = new FormState();
        form.Values["kind"] = RequestKinds.Access;
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<NewRequestPage>(form);
    }
}
