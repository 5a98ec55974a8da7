using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>The form by which a request is written down.</summary>
static class GetNewRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy/requests/new", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(TicketsClient tickets, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = new FormState();
        form.Values["kind"] = RequestKinds.Access;
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<NewRequestPage>(new NewRequestView(form, await RequestKinds.OfferedAsync(tickets, cancellationToken)));
    }
}

/// <summary>What the page of a new request shows.</summary>
/// <param name="Form">What is typed.</param>
/// <param name="Kinds">What may be asked for.</param>
public sealed record NewRequestView(FormState Form, IReadOnlyList<string> Kinds);
