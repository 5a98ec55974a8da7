using System.Globalization;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Tokens;

namespace Phase1.Unit.Tests.Docs;

/// <summary>What docs/api.md says of the Portal's routes for programs, from the table by which the Portal hands them on.</summary>
static class ForwardedRoutesPage
{
    static readonly Dictionary<string, string> Services = new()
    {
        [nameof(BatchesClient)] = "BatchOrchestrator",
        [nameof(EssaysClient)] = "EssayLifecycle",
        [nameof(MatchingClient)] = "Nlp",
        [nameof(ClassesClient)] = "ClassManagement",
        [nameof(UploadsClient)] = "FileIntake",
        [nameof(TextsClient)] = "FileIntake",
        [nameof(TicketsEngineClient)] = "Tickets",
        [nameof(GatewayEngineClient)] = "ModelGateway",
        [nameof(CompletionsClient)] = "ModelGateway",
    };

    internal static string Text() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""

            ## Portal, for programs

            A program sends `Authorization: Bearer` and a token that a person has made under `/me/tokens`, for {string.Join(
                ", ",
                TokenRules.Lifetimes.SkipLast(1)
            )} or
            {TokenRules.Lifetimes[
                ^1
            ]} days and with some of the person's roles; it sends no key and no identity. The Portal hands the request on in the name of the token's owner, and the service's answer
            back: query, headers, bodies and statuses are those of the service's route. Besides, the Portal answers 401 (no token, one that has ended, or whose
            owner may not sign in), 403 (a token without the role), 404 (an address that is not below) and 429 (more than {TokenLimit.MostASecond} requests of a token in a second).

            | Route of the Portal | Role | Handed on to |
            |---|---|---|
            {string.Join('\n', ForwardedRoutes.All.Select(Row))}

            """
        );

    static string Row(ForwardedRoute route)
    {
        var right = route.Acting.Right is { } named ? $", {named}" : "";
        var address = $"{route.There}{route.Pattern[route.Here.Length..]}".Replace(":guid", "", StringComparison.Ordinal);
        return $"| `{route.Method} {route.Pattern.Replace(":guid", "", StringComparison.Ordinal)}` | {route.Acting.Name}{right} | {Services[route.Client]}, `{address}` |";
    }
}
