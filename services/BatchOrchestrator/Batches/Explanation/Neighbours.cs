using System.Collections.ObjectModel;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>What the neighbours know of a batch. One that is away is noted, and the page does without it.</summary>
sealed class Neighbours(EssayClient essays, DecisionClient decisions)
{
    readonly List<string> _unavailable = [];

    public IReadOnlyList<string> Unavailable => _unavailable;

    public Task<TextProgress?> TextsAsync(Guid batchId, CancellationToken cancellationToken) =>
        AskAsync(ServiceNames.EssayLifecycle, essays.FindAsync(batchId, cancellationToken), null);

    /// <summary>Of those batches whose authors are being decided; empty while CMS is away.</summary>
    public Task<IReadOnlyDictionary<Guid, DecisionProgress>> DecisionsAsync(
        IEnumerable<Guid> batchIds,
        CancellationToken cancellationToken
    ) =>
        AskAsync(
            ServiceNames.ClassManagement,
            decisions.FindAsync(batchIds, cancellationToken),
            ReadOnlyDictionary<Guid, DecisionProgress>.Empty
        );

    async Task<T> AskAsync<T>(string service, Task<T> answer, T otherwise)
    {
        try
        {
            return await answer;
        }
        catch (ServiceUnavailableException)
        {
            _unavailable.Add(service);
            return otherwise;
        }
    }
}
