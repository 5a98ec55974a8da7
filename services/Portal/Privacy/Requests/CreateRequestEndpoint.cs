using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Writes a request down. What is refused, or cannot be kept just now, is shown again as it was typed.</summary>
static class CreateRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/privacy/requests", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        TicketsClient tickets,
        Away away,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State("kind", "email", "notes", "key");
        var say = page.Words;
        if (!RequestKinds.All.Contains(form.Text("kind")))
        {
            throw ProblemException.Validation("kind", "There is no such request.");
        }
        try
        {
            var ticket = new NewTicketBody(
                form.Text("kind"),
                form.Text("email"),
                form.Text("notes") is { Length: > 0 } notes ? new(notes) : null
            );
            return Pages.Go(RequestView.AddressOf(await tickets.OpenAsync(form.Text("key"), ticket, cancellationToken)));
        }
        catch (ProblemException refused) when (refused.Problem.Status is >= 400 and < 500)
        {
            var isAddress = refused.Errors?.ContainsKey("email") is true;
            state.Wrong(isAddress ? "email" : "", isAddress ? say.EmailRefused : say.Problem(refused.Problem.Code));
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }
        catch (ServiceUnavailableException missing)
        {
            state.Wrong("", say.NotTaken(ServiceTitles.Of(missing.Service)));
            return await AgainAsync(StatusCodes.Status503ServiceUnavailable);
        }

        async Task<IResult> AgainAsync(int status)
        {
            var kinds = await away.OrAsync(RequestKinds.OfferedAsync(tickets, cancellationToken), [form.Text("kind")]);
            return Pages.Show<NewRequestPage>(new NewRequestView(state, kinds), status);
        }
    }
}
