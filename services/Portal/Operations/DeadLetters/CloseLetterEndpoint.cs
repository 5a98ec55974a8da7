using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>Gives a dead letter up for good.</summary>
static class CloseLetterEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/item/{id:guid}/discard", HandleAsync).ForOperator();

    static Task<IResult> HandleAsync(string service, Guid id, LetterAct act, CancellationToken cancellationToken) =>
        act.RunAsync(
            service,
            id,
            AuditAct.Discarded,
            (engine, note) => engine.DiscardAsync(id, note, cancellationToken),
            cancellationToken
        );
}
