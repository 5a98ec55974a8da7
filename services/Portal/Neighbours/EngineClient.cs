using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The routes that every service has: those of operators, and of whoever watches over rules and data.</summary>
/// <param name="http">Of that service.</param>
/// <param name="service">Its name on the wire.</param>
abstract partial class EngineClient(HttpClient http, string service)
{
    internal string Service => service;

    internal Task<ServiceReportDocument> ReportAsync(CancellationToken cancellationToken) =>
        http.AskAsync<ServiceReportDocument>("internal/v1/service", cancellationToken);

    internal async Task<IReadOnlyList<LetterGroupDocument>> GroupsAsync(CancellationToken cancellationToken) =>
        (await http.AskAsync<LetterGroupsDocument>("internal/v1/dead-letters/groups", cancellationToken)).Items;

    /// <summary>The newest first.</summary>
    internal async Task<IReadOnlyList<LetterDocument>> LettersAsync(
        string? cause,
        Guid? batchId,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var filter = (cause is null ? "" : $"&cause={Uri.EscapeDataString(cause)}") + (batchId is null ? "" : $"&batch_id={batchId}");
        var page = await http.AskAsync<ListDocument<LetterDocument>>(
            $"internal/v1/dead-letters/?state=open&limit={limit}{filter}",
            cancellationToken
        );
        return page.Items;
    }

    internal Task<LetterDocument> LetterAsync(Guid id, CancellationToken cancellationToken) =>
        http.AskAsync<LetterDocument>($"internal/v1/dead-letters/{id}", cancellationToken);

    internal async Task<DryRunDocument> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync($"internal/v1/dead-letters/{id}/redrive?dry_run=true", new NoteBody(null), cancellationToken);
        return await answer.ReadAsync<DryRunDocument>(cancellationToken);
    }

    internal async Task RedriveAsync(Guid id, string note, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync($"internal/v1/dead-letters/{id}/redrive", new NoteBody(note), cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    internal async Task DiscardAsync(Guid id, string note, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync($"internal/v1/dead-letters/{id}/discard", new NoteBody(note), cancellationToken);
        await answer.CheckAsync(cancellationToken);
    }

    internal async Task<GroupRedriveDocument> RedriveGroupAsync(string cause, string note, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(
            $"internal/v1/dead-letters/groups/{Uri.EscapeDataString(cause)}/redrive",
            new NoteBody(note),
            cancellationToken
        );
        return await answer.ReadAsync<GroupRedriveDocument>(cancellationToken);
    }

    /// <summary>The bytes of the record, as they are; that they were read is written down by the service.</summary>
    internal async Task<byte[]> BodyAsync(Guid id, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri($"internal/v1/dead-letters/{id}/body", UriKind.Relative), cancellationToken);
        await answer.CheckAsync(cancellationToken);
        return await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    internal async Task<IReadOnlyList<HeldKeyDocument>> HeldAsync(Guid? batchId, CancellationToken cancellationToken) =>
        (
            await http.AskAsync<HeldKeysDocument>(
                "internal/v1/held-keys/" + (batchId is null ? "" : $"?batch_id={batchId}"),
                cancellationToken
            )
        ).Items;

    internal async Task<IReadOnlyList<HeldRecordDocument>> HeldAsync(string key, CancellationToken cancellationToken) =>
        (await http.AskAsync<HeldRecordsDocument>($"internal/v1/held-keys/{Uri.EscapeDataString(key)}", cancellationToken)).Items;

    Task<HttpResponseMessage> PostAsync(string address, NoteBody note, CancellationToken cancellationToken) =>
        http.PostAsJsonAsync(new Uri(address, UriKind.Relative), note, Phase1Json.Options, cancellationToken);

    sealed record NoteBody(string? Note);
}

sealed class OrchestratorEngineClient(HttpClient http) : EngineClient(http, ServiceNames.BatchOrchestrator);

sealed class LifecycleEngineClient(HttpClient http) : EngineClient(http, ServiceNames.EssayLifecycle);

sealed class NlpEngineClient(HttpClient http) : EngineClient(http, ServiceNames.Nlp);

sealed class ClassEngineClient(HttpClient http) : EngineClient(http, ServiceNames.ClassManagement)
{
    /// <summary>Who has seen the names of which batch, and why.</summary>
    internal Task<IReadOnlyList<NameAccessDocument>> NameAccessesAsync(CancellationToken cancellationToken) =>
        ListAsync<NameAccessDocument>("internal/v1/name-accesses", cancellationToken);
}

sealed class IntakeEngineClient(HttpClient http) : EngineClient(http, ServiceNames.FileIntake);

sealed class TicketsEngineClient(HttpClient http) : EngineClient(http, ServiceNames.Tickets);

sealed class GatewayEngineClient(HttpClient http) : EngineClient(http, ServiceNames.ModelGateway);

sealed class FeedbackEngineClient(HttpClient http) : EngineClient(http, ServiceNames.Feedback);
