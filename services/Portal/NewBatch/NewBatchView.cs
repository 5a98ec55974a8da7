using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.NewBatch;

/// <summary>What the page of a new batch shows.</summary>
/// <param name="Classes">To choose from.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record NewBatchView(IReadOnlyList<ClassDocument> Classes, FormState Form, IReadOnlyCollection<string> Away)
{
    internal static async Task<NewBatchView> OfAsync(
        FormState form,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => new(await away.OrAsync(classes.ListAsync(cancellationToken), []), form, away.Services);
}
