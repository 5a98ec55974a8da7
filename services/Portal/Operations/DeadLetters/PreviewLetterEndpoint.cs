using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>What a redrive of a dead letter would do.</summary>
static class PreviewLetterEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/item/{id:guid}/dry-run", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, Guid id, Engines engines, Person person, CancellationToken cancellationToken)
    {
        var engine = engines.Of(service);
        var view = await LetterView.LoadAsync(engine, id, person.Roles.Contains(Phase1Roles.OperatorBody), cancellationToken);
        var trial = await engine.TryOrBusyAsync(id, cancellationToken);
        return Pages.Show<LetterPage>(view with { Trial = trial, IsBusy = trial is null });
    }
}
