using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Which tables the service has and how long their rows are kept, for privacy officers. No row is read.</summary>
static class ListRetentionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/retention", Handle).RequireAuthorization(Phase1Policies.PrivacyOfficer);

    static RetentionReport Handle(RetentionPlan plan, IServiceProvider services) => RetentionReport.Of(plan, services);
}

/// <summary>How long a service keeps what.</summary>
/// <param name="Items">By the name of the table.</param>
public sealed record RetentionReport(IReadOnlyList<KeptTable> Items)
{
    /// <summary>The plan of a service with the times that are set.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="services">The service's container.</param>
    public static RetentionReport Of(RetentionPlan plan, IServiceProvider services) =>
        new([
            .. plan
                .Tables.GroupBy(table => table.Table, StringComparer.Ordinal)
                .OrderBy(table => table.Key, StringComparer.Ordinal)
                .Select(table => new KeptTable(table.Key, [.. table.Select(rule => rule.InWords(services))])),
        ]);
}

/// <summary>A table and how long its rows are kept.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Kept">In words, in English; whichever comes first.</param>
public sealed record KeptTable(string Table, IReadOnlyList<string> Kept);
