using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.School;

/// <summary>By which rules the services work now. They are set where the services are run; nothing is changed here.</summary>
static class GetRulesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/rules", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(EveryService services, CancellationToken cancellationToken)
    {
        var settings = await services.AskAsync(service => service.SettingsAsync(cancellationToken));
        return Pages.Show<RulesPage>(new RulesView(Rule.Of(settings), services.Away.Services));
    }
}

/// <summary>What the page of rules shows.</summary>
/// <param name="Rules">Those that some service has named.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record RulesView(IReadOnlyList<Rule> Rules, IReadOnlyCollection<string> Away);
