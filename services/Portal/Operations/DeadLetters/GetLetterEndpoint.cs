using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>One dead letter: why it was given up, what waits behind it, and what was done about it.</summary>
static class GetLetterEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/ops/dead-letters/{service}/item/{id:guid}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, Guid id, Engines engines, Person person, CancellationToken cancellationToken) =>
        Pages.Show<LetterPage>(
            await LetterView.LoadAsync(engines.Of(service), id, person.Roles.Contains(Phase1Roles.OperatorBody), cancellationToken)
        );
}
