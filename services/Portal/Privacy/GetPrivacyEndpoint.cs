using Phase1.Events;
using Phase1.Messaging;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy;

/// <summary>Where data lies, who sees it, and how long it is kept, as the services themselves say.</summary>
static class GetPrivacyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(EveryService services, RetentionPlan own, HttpContext http, CancellationToken cancellationToken)
    {
        var kept = await services.AskAsync<RetentionReport>(async service => await service.RetentionAsync(cancellationToken));
        return Pages.Show<PrivacyPage>(
            new PrivacyView(
                [.. kept.Select(Store.Of), new Store(ServiceNames.Portal, RetentionReport.Of(own, http.RequestServices).Items)],
                services.Away.Services
            )
        );
    }
}

/// <summary>What the page of stores shows.</summary>
/// <param name="Stores">One for each service that answered, and the Portal's own.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record PrivacyView(IReadOnlyList<Store> Stores, IReadOnlyCollection<string> Away);

/// <summary>The database of one service.</summary>
/// <param name="Service">Its name on the wire.</param>
/// <param name="Tables">Its tables and how long their rows are kept.</param>
public sealed record Store(string Service, IReadOnlyList<KeptTable> Tables)
{
    internal static Store Of((string Service, RetentionReport Report) answer) => new(answer.Service, answer.Report.Items);
}
