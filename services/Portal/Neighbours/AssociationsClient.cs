using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Who wrote which essay, of Class Management.</summary>
sealed class AssociationsClient(HttpClient http)
{
    const string IfMatch = "If-Match";

    internal async Task<AssociationsDocument> ListAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(AddressOf(batchId), cancellationToken);
        return await answer.ReadAsync<AssociationsDocument>(cancellationToken) with { Tag = answer.Headers.ETag?.ToString() };
    }

    /// <summary>Decides essays, all of them or none.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="decisions">At most one an essay.</param>
    /// <param name="key">Under which the same request is carried out once; null for one that is not repeated.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task DecideAsync(Guid batchId, IReadOnlyList<Decision> decisions, string? key, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Post,
            AddressOf(batchId, "/decisions"),
            new DecisionList(decisions),
            (HeaderNames.IdempotencyKey, key),
            cancellationToken
        );

    /// <summary>The history of one essay's decisions, oldest first.</summary>
    internal Task<IReadOnlyList<AssociationChangeDocument>> ChangesAsync(Guid batchId, Guid essayId, CancellationToken cancellationToken) =>
        http.AskAsync<IReadOnlyList<AssociationChangeDocument>>(AddressOf(batchId, $"/{essayId}/changes").ToString(), cancellationToken);

    /// <summary>Accepts every certain suggestion of the list that was shown.</summary>
    internal Task ConfirmCertainAsync(Guid batchId, string tag, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, AddressOf(batchId, "/confirm-band"), new Confirmation("high"), (IfMatch, tag), cancellationToken);

    /// <summary>Changes a decision after the release.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="essayId">The essay.</param>
    /// <param name="student">A student's id, or unknown.</param>
    /// <param name="version">Of the row, as it was shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task CorrectAsync(Guid batchId, Guid essayId, string student, int version, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, AddressOf(batchId, $"/{essayId}"), new Correction(student, version), default, cancellationToken);

    async Task SendAsync(
        HttpMethod method,
        Uri address,
        object body,
        (string Name, string? Value) header,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = JsonContent.Create(body, body.GetType(), options: Phase1Json.Options),
        };
        if (header.Value is not null)
        {
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }
        using var answer = await http.SendAsync(request, cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    static Uri AddressOf(Guid batchId, string rest = "") => new($"v1/batches/{batchId}/student-associations{rest}", UriKind.Relative);

    sealed record DecisionList(IReadOnlyList<Decision> Decisions);

    sealed record Confirmation(string Band);

    sealed record Correction(string StudentId, int AssociationVersion);
}

/// <summary>What the teacher wants for one essay.</summary>
/// <param name="EssayId">The essay.</param>
/// <param name="Action">accept, choose, unknown, exclude, reject or reopen.</param>
/// <param name="StudentId">Whom, where one is chosen.</param>
/// <param name="AssociationVersion">Of the row, as it was shown.</param>
public sealed record Decision(Guid EssayId, string Action, Guid? StudentId, int AssociationVersion)
{
    internal static readonly string[] Actions = ["accept", "choose", "unknown", "exclude", "reject", "reopen"];
}
