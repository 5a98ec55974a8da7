using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy.Package;

/// <summary>What one service holds about a student.</summary>
interface IContentSource
{
    /// <summary>Its name on the wire.</summary>
    string Service { get; }

    /// <summary>The contents that a question was about, as a zip that can be read in any order.</summary>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    /// <exception cref="ProblemException">409: the service does not keep the question any more.</exception>
    Task<Stream> OpenAsync(Guid request, CancellationToken cancellationToken);
}

/// <summary>Fetches it from another service.</summary>
abstract class ContentClient(HttpClient http, string service, TimeProvider clock) : IContentSource
{
    /// <summary>A student's files are a few, and may be large.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public string Service => service;

    public async Task<Stream> OpenAsync(Guid request, CancellationToken cancellationToken)
    {
        using var question = new HttpRequestMessage(HttpMethod.Get, $"internal/v1/privacy/requests/{request}/content").WithCause(
            new EventCause(Guid.CreateVersion7(clock.GetUtcNow()))
        );
        var answer = await http.SendAsync(question, cancellationToken);
        if (answer.IsSuccessStatusCode)
        {
            return await answer.Content.ReadAsStreamAsync(cancellationToken);
        }
        var isForgotten = answer.StatusCode == System.Net.HttpStatusCode.NotFound;
        answer.Dispose();
        throw isForgotten ? Forgotten() : new ServiceUnavailableException(service);
    }

    /// <summary>The service does not keep the question any more.</summary>
    internal static ProblemException Forgotten() =>
        new(Problems.PackageNotReady, "The time to fetch what was found is over: it has to be collected again.");
}

sealed class BatchContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.BatchOrchestrator, clock);

sealed class EssayContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.EssayLifecycle, clock);

sealed class NlpContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.Nlp, clock);

sealed class ClassContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.ClassManagement, clock);

sealed class FileContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.FileIntake, clock);

sealed class GatewayContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.ModelGateway, clock);

sealed class FeedbackContentClient(HttpClient http, TimeProvider clock) : ContentClient(http, ServiceNames.Feedback, clock);

/// <summary>Tickets' own.</summary>
sealed class OwnContent(IServiceScopeFactory scopes) : IContentSource
{
    public string Service => ServiceNames.Tickets;

    public async Task<Stream> OpenAsync(Guid request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var zip = new MemoryStream();
        try
        {
            await scope.ServiceProvider.GetRequiredService<PersonalContents>().WriteAsync(request, zip, cancellationToken);
        }
        catch (ProblemException gone) when (gone.Problem == Problems.ResourceNotFound)
        {
            throw ContentClient.Forgotten();
        }
        zip.Position = 0;
        return zip;
    }
}
