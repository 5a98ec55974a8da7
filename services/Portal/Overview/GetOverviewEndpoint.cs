using Phase1.Events;
using Phase1.Portal.Batches;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Overview;

/// <summary>What needs the teacher, what is under way, what has ended: the newest fifty batches.</summary>
static class GetOverviewEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", HandlePageAsync).ForTeacher();
        routes.MapGet("/overview", HandlePartAsync).ForTeacher().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(
        BatchesClient batches,
        ClassesClient classes,
        OpenMatters matters,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<OverviewPage>(await ViewAsync(batches, classes, matters, away, cancellationToken));

    static async Task<IResult> HandlePartAsync(
        BatchesClient batches,
        ClassesClient classes,
        OpenMatters matters,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<OverviewBatches>(await ViewAsync(batches, classes, matters, away, cancellationToken));

    static async Task<OverviewView> ViewAsync(
        BatchesClient batches,
        ClassesClient classes,
        OpenMatters matters,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var names = away.OrAsync(classes.ListAsync(cancellationToken), []);
        var open = matters.OfAllAsync(cancellationToken);
        var found = await batches.ListAsync(null, cancellationToken);
        return OverviewView.Of(found.Items, await names, await open, away.Services);
    }
}

/// <summary>What the overview shows.</summary>
/// <param name="Required">What needs the teacher, the earliest deadline first.</param>
/// <param name="UnderWay">What goes on by itself.</param>
/// <param name="Ended">How many have ended.</param>
/// <param name="HasClasses">Whether there is a class to make a batch for.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record OverviewView(
    IReadOnlyList<NamedBatch> Required,
    IReadOnlyList<NamedBatch> UnderWay,
    int Ended,
    bool HasClasses,
    IReadOnlyCollection<string> Away
)
{
    static readonly BatchStatus[] EndedStatuses =
    [
        BatchStatus.CompletedSuccessfully,
        BatchStatus.CompletedWithFailures,
        BatchStatus.ContentIngestionFailed,
        BatchStatus.FailedCritically,
        BatchStatus.Cancelled,
    ];

    internal bool IsEmpty => Required.Count + UnderWay.Count + Ended == 0;

    internal static OverviewView Of(
        IReadOnlyList<BatchDocument> batches,
        IReadOnlyList<ClassDocument> classes,
        ILookup<string, TicketDocument> matters,
        IReadOnlyCollection<string> away
    )
    {
        var named = NamedBatch
            .Of(batches, classes)
            .Select(batch => batch with { Matters = [.. matters[batch.Batch.BatchId.ToString()]] })
            .ToList();
        // Also when its work has ended a text without a known author waits for its teacher.
        var open = named
            .Where(batch => !EndedStatuses.Contains(batch.Batch.Status) || HasUnknown(batch))
            .ToLookup(batch => NeedsTeacher(batch.Batch) || HasUnknown(batch));
        return new(
            [.. open[true].OrderBy(batch => batch.Batch.AutoConfirmDeadline ?? DateTimeOffset.MaxValue)],
            [.. open[false]],
            named.Count - open.Sum(group => group.Count()),
            classes.Count > 0,
            away
        );
    }

    static bool HasUnknown(NamedBatch batch) => batch.Matters.Any(ticket => ticket.Sop == OpenMatters.UnknownStudent);

    static bool NeedsTeacher(BatchDocument batch) =>
        batch.StuckSince is not null
        || batch.Status == BatchStatus.ReadyForPipelineExecution
        || (batch.Status == BatchStatus.AwaitingStudentValidation && batch.Decisions is { Undecided: > 0 });
}

/// <summary>A batch and the name of its class; null where it has none, or nobody could say.</summary>
public sealed record NamedBatch(BatchDocument Batch, string? ClassName)
{
    /// <summary>What of it waits in Tickets for its teacher.</summary>
    public IReadOnlyList<TicketDocument> Matters { get; init; } = [];

    internal static IReadOnlyList<NamedBatch> Of(IEnumerable<BatchDocument> batches, IReadOnlyList<ClassDocument> classes)
    {
        var names = classes.ToDictionary(@class => @class.Id, @class => @class.Name);
        return [.. batches.Select(batch => new NamedBatch(batch, batch.ClassId is { } id ? names.GetValueOrDefault(id) : null))];
    }
}
