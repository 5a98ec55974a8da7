using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>What the page of a request shows.</summary>
/// <param name="Ticket">The request.</param>
/// <param name="History">What has happened to it.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Key">Of this page's forms: sent twice, they are taken once.</param>
public sealed record RequestView(TicketDocument Ticket, IReadOnlyList<TicketChangeDocument> History, FormState Form, string Key)
{
    /// <summary>Who was found by the text that was typed last; null before anything was searched for.</summary>
    public IReadOnlyList<FoundStudentDocument>? Found { get; init; }

    /// <summary>Who was ticked before that.</summary>
    public IReadOnlyList<ChosenStudent> Chosen { get; init; } = [];

    /// <summary>Whether the page answers a form: then it has no address of its own to be fetched from.</summary>
    public bool IsAnswer { get; init; }

    internal string Address => AddressOf(Ticket.TicketId);

    internal static string AddressOf(string ticketId) => $"/privacy/requests/{ticketId}";

    /// <summary>As the answer to a form.</summary>
    internal RequestView With(PageForm form, FormState state) =>
        this with
        {
            Form = state,
            Chosen = RequestForm.Chosen(form),
            IsAnswer = true,
        };
}

/// <summary>A student that was ticked.</summary>
/// <param name="Id">Which.</param>
/// <param name="Label">As the page called the student.</param>
public sealed record ChosenStudent(string Id, string Label);
