namespace Phase1.Portal.Neighbours;

/// <summary>The names in a batch, of Class Management: for an operator with the right to them and a reason.</summary>
sealed class NamesClient(HttpClient http)
{
    const string Reason = "X-Access-Reason";

    /// <summary>Class Management writes down that they were seen, and tells the batch's teacher.</summary>
    internal async Task<IReadOnlyList<NamedEssayDocument>> ListAsync(Guid batchId, string reason, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            new Uri($"internal/v1/batches/{batchId}/student-associations", UriKind.Relative)
        );
        request.Headers.Add(Reason, Uri.EscapeDataString(reason));
        using var answer = await http.SendAsync(request, cancellationToken);
        return await answer.ReadAsync<IReadOnlyList<NamedEssayDocument>>(cancellationToken);
    }
}

/// <summary>An essay with the names that belong to it.</summary>
public sealed record NamedEssayDocument(Guid EssayId, string? FileName, string? SuggestedStudent, string? DecidedStudent, string? Decision);
