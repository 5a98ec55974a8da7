using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Operations.Held;
using Phase1.Portal.Operations.Names;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.Batches;

/// <summary>One batch's whole story: where it stands, every step with what it changed, every fact of every service, and what holds it up.</summary>
static class GetBatchStoryEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/batches/{id:guid}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(
        Guid id,
        AllBatchesClient batches,
        Engines engines,
        Away away,
        Person person,
        NameGrants grants,
        CancellationToken cancellationToken
    ) => Pages.Show<StoryPage>(await LoadAsync(id, batches, engines, away, person, grants, cancellationToken));

    internal static async Task<StoryView> LoadAsync(
        Guid id,
        AllBatchesClient batches,
        Engines engines,
        Away away,
        Person person,
        NameGrants grants,
        CancellationToken cancellationToken
    )
    {
        var history = batches.HistoryAsync(id, cancellationToken);
        var facts = batches.FactsAsync(id, cancellationToken);
        var parked = batches.ParkedAsync(id, cancellationToken);
        var letters = engines.AskAsync(away, engine => engine.LettersAsync(null, id, 50, cancellationToken));
        var held = engines.AskAsync(away, engine => engine.HeldAsync(id, cancellationToken));
        var batch = await batches.ExplainAsync(id, cancellationToken);
        foreach (var service in batch.Unavailable)
        {
            away.Add(service);
        }
        return new(
            batch,
            HistoryStep.Of(await history),
            CausedFact.Of(await facts),
            await parked,
            [.. (await letters).SelectMany(of => (of.Answer ?? []).Select(letter => (of.Service, letter)))],
            HeldKey.Of(await held),
            person.Roles.Contains(Phase1Roles.OperatorNames),
            await grants.FindAsync(person.UserId, id, cancellationToken) is not null,
            away.Services
        );
    }
}

/// <summary>What the page of a batch's story shows.</summary>
/// <param name="Batch">Where it stands.</param>
/// <param name="History">Its steps.</param>
/// <param name="Facts">Of all services.</param>
/// <param name="Parked">Facts that came early.</param>
/// <param name="Letters">Open dead letters, with their services.</param>
/// <param name="Held">Held keys.</param>
/// <param name="MaySeeNames">Whether the person has the right to names.</param>
/// <param name="HasGrant">Whether the person may see those of this batch now.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record StoryView(
    OperatorExplanationDocument Batch,
    IReadOnlyList<HistoryStep> History,
    IReadOnlyList<CausedFact> Facts,
    IReadOnlyList<ParkedFactDocument> Parked,
    IReadOnlyList<(string Service, LetterDocument Letter)> Letters,
    IReadOnlyList<HeldKey> Held,
    bool MaySeeNames,
    bool HasGrant,
    IReadOnlyCollection<string> Away
)
{
    /// <summary>What is wrong with the reason for seeing names.</summary>
    public FormState Form { get; init; } = new();
}
