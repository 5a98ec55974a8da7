using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Who wrote which essay, of Class Management.</summary>
sealed class AssociationsClient(HttpClient http)
{
    internal async Task<AssociationsDocument> ListAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(AddressOf(batchId), cancellationToken);
        return await answer.ReadAsync<AssociationsDocument>(cancellationToken) with { Tag = answer.Headers.ETag?.ToString() };
    }

    /// <summary>Decides one essay.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="essayId">The essay.</param>
    /// <param name="action">choose, unknown, exclude or reopen.</param>
    /// <param name="studentId">Whom, where one is chosen.</param>
    /// <param name="version">Of the row, as it was shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task DecideAsync(
        Guid batchId,
        Guid essayId,
        string action,
        Guid? studentId,
        int version,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            HttpMethod.Post,
            AddressOf(batchId, "/decisions"),
            new DecisionList([new(essayId, action, studentId, version)]),
            null,
            cancellationToken
        );

    /// <summary>Accepts every certain suggestion of the list that was shown.</summary>
    internal Task ConfirmCertainAsync(Guid batchId, string tag, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, AddressOf(batchId, "/confirm-band"), new Confirmation("high"), tag, cancellationToken);

    /// <summary>Changes a decision after the release.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="essayId">The essay.</param>
    /// <param name="student">A student's id, or unknown.</param>
    /// <param name="version">Of the row, as it was shown.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal Task CorrectAsync(Guid batchId, Guid essayId, string student, int version, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, AddressOf(batchId, $"/{essayId}"), new Correction(student, version), null, cancellationToken);

    async Task SendAsync(HttpMethod method, Uri address, object body, string? tag, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address)
        {
            Content = JsonContent.Create(body, body.GetType(), options: Phase1Json.Options),
        };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }
        using var answer = await http.SendAsync(request, cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    static Uri AddressOf(Guid batchId, string rest = "") => new($"v1/batches/{batchId}/student-associations{rest}", UriKind.Relative);

    sealed record DecisionList(IReadOnlyList<Decision> Decisions);

    sealed record Decision(Guid EssayId, string Action, Guid? StudentId, int AssociationVersion);

    sealed record Confirmation(string Band);

    sealed record Correction(string StudentId, int AssociationVersion);
}
