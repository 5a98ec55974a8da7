using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>Runs a dead letter again, with a note that says why.</summary>
static class RequestRedriveEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/item/{id:guid}/redrive", HandleAsync).ForOperator();

    static Task<IResult> HandleAsync(string service, Guid id, LetterAct act, CancellationToken cancellationToken) =>
        act.RunAsync(service, id, AuditAct.Redriven, (engine, note) => engine.RedriveAsync(id, note, cancellationToken), cancellationToken);
}
