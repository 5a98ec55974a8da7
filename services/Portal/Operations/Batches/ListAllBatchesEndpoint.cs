using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Batches;

/// <summary>The batches of all teachers, by what an operator looks for; without a filter those that are stuck.</summary>
static class ListAllBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/batches", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(
        string? status,
        string? kind,
        string? id,
        bool? all,
        string? cursor,
        AllBatchesClient batches,
        CancellationToken cancellationToken
    )
    {
        var filter = new BatchFilter(status ?? "", kind ?? "", id?.Trim() ?? "", all ?? false);
        var found = filter.IsPossible
            ? await batches.ListAsync(
                filter.ToQuery() + (cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}"),
                cancellationToken
            )
            : new([], null);
        return Pages.Show<AllBatchesPage>(new AllBatchesView(filter, found.Items, found.NextCursor));
    }
}

/// <summary>Which batches an operator looks for.</summary>
/// <param name="Status">A status, or empty.</param>
/// <param name="Kind">regular, guest or empty.</param>
/// <param name="Id">What was typed as an id.</param>
/// <param name="All">Also those that are not stuck.</param>
public sealed record BatchFilter(string Status, string Kind, string Id, bool All)
{
    /// <summary>Whether there can be such a batch: what is no id, status or kind finds nothing.</summary>
    internal bool IsPossible =>
        (Id.Length == 0 || Guid.TryParse(Id, out _))
        && (Status.Length == 0 || WireEnum.TryParse<BatchStatus>(Status, out _))
        && (Kind.Length == 0 || WireEnum.TryParse<BatchKind>(Kind, out _));

    /// <summary>Whoever names a batch or a status means it, stuck or not.</summary>
    internal string ToQuery() =>
        Part("batch_id", Id)
        + Part("status", Status)
        + Part("class_type", Kind)
        + (All || Id.Length + Status.Length > 0 ? "" : "&stuck=true");

    internal string ToAddress(string cursor) =>
        $"/ops/batches?cursor={Uri.EscapeDataString(cursor)}{Part("status", Status)}{Part("kind", Kind)}{(All ? "&all=true" : "")}";

    static string Part(string name, string value) => value.Length == 0 ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}

/// <summary>What the operator's page of batches shows.</summary>
public sealed record AllBatchesView(BatchFilter Filter, IReadOnlyList<OperatorBatchDocument> Batches, string? NextCursor);
