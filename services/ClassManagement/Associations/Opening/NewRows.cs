using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>The rows that a matching request stands for.</summary>
static class NewRows
{
    internal static IReadOnlyList<Association> Awaiting(BatchStudentMatchingRequested request) =>
        [
            .. request.EssaysToProcess.Select(essay => new Association
            {
                BatchId = request.BatchId,
                EssayId = essay.EssayId,
                FileName = essay.OriginalFileName,
                ValidationStatus = AssociationStatus.NoMatch,
                NoMatchReason = NoMatchReason.AwaitingSuggestions,
            }),
        ];
}
