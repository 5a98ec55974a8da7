using System.Text.Json;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What waits for a person, of Tickets: as much of it as the page's role sees.</summary>
sealed class TicketsClient(HttpClient http)
{
    /// <summary>The newest first.</summary>
    /// <param name="query">Of the list, as in <c>open=true</c>.</param>
    /// <param name="cursor">Where the page begins; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task<ListDocument<TicketDocument>> ListAsync(string query, string? cursor, CancellationToken cancellationToken) =>
        http.AskAsync<ListDocument<TicketDocument>>(
            $"v1/tickets?limit=100&{query}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}",
            cancellationToken
        );

    /// <exception cref="ProblemException">404 when the role does not see such a ticket.</exception>
    internal Task<TicketDocument> FindAsync(string ticketId, CancellationToken cancellationToken) =>
        http.AskAsync<TicketDocument>(AddressOf(ticketId), cancellationToken);

    /// <summary>What has happened to it, the oldest first.</summary>
    internal async Task<IReadOnlyList<TicketChangeDocument>> HistoryAsync(string ticketId, CancellationToken cancellationToken) =>
        (await http.AskAsync<ListDocument<TicketChangeDocument>>($"{AddressOf(ticketId)}/history?limit=200", cancellationToken)).Items;

    /// <summary>The procedures by which tickets are worked on.</summary>
    internal async Task<IReadOnlyList<SopDocument>> SopsAsync(CancellationToken cancellationToken) =>
        (await http.AskAsync<SopsDocument>("v1/tickets/sops", cancellationToken)).Items;

    /// <param name="key">The same for the same form: a form that is sent twice opens one ticket.</param>
    /// <param name="ticket">What it is about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The ticket's id.</returns>
    internal async Task<string> OpenAsync(string key, NewTicketBody ticket, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(HttpMethod.Post, "v1/tickets", ticket, key, cancellationToken);
        return (await answer.ReadAsync<TicketDocument>(cancellationToken)).TicketId;
    }

    /// <summary>Ends the stage that waits for a person.</summary>
    internal Task DecideAsync(string ticketId, string key, DecisionBody decision, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, $"{AddressOf(ticketId)}/decision", decision, key, cancellationToken);

    internal Task CancelAsync(string ticketId, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Post, $"{AddressOf(ticketId)}/cancel", new ReasonBody(reason), null, cancellationToken);

    /// <summary>Has a stage that was given up tried again.</summary>
    internal Task ResumeAsync(string ticketId, CancellationToken cancellationToken) =>
        ChangeAsync(HttpMethod.Patch, AddressOf(ticketId), new StatusBody(TicketStatus.InProgress), null, cancellationToken);

    async Task ChangeAsync<TBody>(HttpMethod method, string address, TBody body, string? key, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(method, address, body, key, cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    async Task<HttpResponseMessage> SendAsync<TBody>(
        HttpMethod method,
        string address,
        TBody body,
        string? key,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative))
        {
            Content = JsonContent.Create(body, options: Phase1Json.Options),
        };
        if (key is not null)
        {
            request.Headers.Add(HeaderNames.IdempotencyKey, key);
        }
        return await http.SendAsync(request, cancellationToken);
    }

    static string AddressOf(string ticketId) => $"v1/tickets/{Uri.EscapeDataString(ticketId)}";

    sealed record SopsDocument(IReadOnlyList<SopDocument> Items);

    sealed record ReasonBody(string Reason);

    sealed record StatusBody(TicketStatus Status);
}

/// <summary>A ticket that a person opens.</summary>
/// <param name="Sop">Its procedure.</param>
/// <param name="Email">Whoever asks for it.</param>
/// <param name="Details">What the person who opens it wants to keep; null for nothing.</param>
sealed record NewTicketBody(string Sop, string Email, NewTicketDetails? Details);

/// <summary>What is kept of a ticket as long as it is open. Its own notes are those of whoever worked on it last.</summary>
/// <param name="Notes">As they were typed.</param>
sealed record NewTicketDetails(string Notes);

/// <summary>What a person decides.</summary>
/// <param name="Decision">One of the stage's.</param>
/// <param name="Note">Why, where that is asked for.</param>
/// <param name="Data">What the decision needs beside it.</param>
sealed record DecisionBody(string Decision, string? Note = null, JsonElement? Data = null);
