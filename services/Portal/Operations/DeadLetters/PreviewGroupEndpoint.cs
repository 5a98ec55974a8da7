using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>What a redrive of five letters of a group would do: the newest, the oldest that is shown, and three between.</summary>
static class PreviewGroupEndpoint
{
    const int Sample = 5;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/{cause}/dry-run", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, string cause, Engines engines, CancellationToken cancellationToken)
    {
        var engine = engines.Of(service);
        var view =
            await GroupView.LoadAsync(engine, cause, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There are no dead letters of this cause.");
        var trials = new List<LetterTrial>();
        foreach (var letter in Spread(await engine.LettersAsync(cause, null, 200, cancellationToken)))
        {
            trials.Add(new(letter, await engine.TryOrBusyAsync(letter.Id, cancellationToken)));
        }
        return Pages.Show<GroupPage>(view with { Trials = trials });
    }

    /// <summary>The first, the last and some between, at equal distances.</summary>
    internal static IEnumerable<T> Spread<T>(IReadOnlyList<T> all) =>
        all.Count <= Sample ? all : Enumerable.Range(0, Sample).Select(place => all[place * (all.Count - 1) / (Sample - 1)]);
}

static class Trials
{
    /// <summary>Null where another transaction has what the trial needs.</summary>
    internal static async Task<DryRunDocument?> TryOrBusyAsync(this EngineClient engine, Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.TryAsync(id, cancellationToken);
        }
        catch (ProblemException busy) when (busy.Problem.Status == StatusCodes.Status409Conflict)
        {
            return null;
        }
    }
}
