using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>The page of one request, also as the answer to a form of it that was not taken: what was typed stays.</summary>
sealed class RequestPages(TicketsClient tickets, PageContext page, TimeProvider clock)
{
    internal async Task<RequestView> LoadAsync(string ticketId, CancellationToken cancellationToken)
    {
        var history = tickets.HistoryAsync(ticketId, cancellationToken);
        var ticket = await tickets.FindAsync(ticketId, cancellationToken);
        return new(ticket, await history, new FormState(), Guid.CreateVersion7(clock.GetUtcNow()).ToString());
    }

    /// <summary>Does something about a request, and answers the page as it is then.</summary>
    internal Task<IResult> ChangeAsync(string ticketId, PageForm form, Func<Task> change, CancellationToken cancellationToken) =>
        TryAsync(
            ticketId,
            form,
            async () =>
            {
                await change();
                return Pages.Go(RequestView.AddressOf(ticketId));
            },
            cancellationToken
        );

    /// <summary>Does what a form asks for. Where that is refused, or a service is away, the form is shown again.</summary>
    internal async Task<IResult> TryAsync(string ticketId, PageForm form, Func<Task<IResult>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act();
        }
        catch (ProblemException refused) when (refused.Problem.Status is >= 400 and < 500)
        {
            return await AgainAsync(
                ticketId,
                form,
                refused.Problem.Status,
                RequestForm.FieldOf(refused, form.Text("decision")),
                WordsOf(refused),
                cancellationToken
            );
        }
        catch (ServiceUnavailableException away)
        {
            var message = page.Words.NotTaken(ServiceTitles.Of(away.Service));
            return await AgainAsync(ticketId, form, StatusCodes.Status503ServiceUnavailable, "", message, cancellationToken);
        }
    }

    /// <summary>The page with what was typed, and what is wrong with it.</summary>
    internal async Task<IResult> AgainAsync(
        string ticketId,
        PageForm form,
        int status,
        string field,
        string message,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var view = await LoadAsync(ticketId, cancellationToken);
            return Pages.Show<RequestPage>(view.With(form, form.State(RequestForm.Fields).Wrong(field, message)), status);
        }
        catch (ServiceUnavailableException)
        {
            return Pages.Show<UnsentPage>(new UnsentView(page.Path, message, form.Fields), StatusCodes.Status503ServiceUnavailable);
        }
    }

    string WordsOf(ProblemException refused) =>
        refused.Problem.Code == Problems.LimitExceeded.Code ? page.Words.TooManyIds : page.Words.Problem(refused.Problem.Code);
}
