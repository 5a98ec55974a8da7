using Phase1.Events;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>The rows that a matching request stands for.</summary>
static class NewRows
{
    internal static IEnumerable<Association> Awaiting(BatchStudentMatchingRequested request) =>
        request.EssaysToProcess.Select(essay => Row(request.BatchId, essay, NoMatchReason.AwaitingSuggestions));

    /// <summary>Essays of the request that the suggestions, which came first, say nothing about.</summary>
    internal static List<Association> NotReported(BatchStudentMatchingRequested request, IReadOnlyList<Association> rows)
    {
        var known = rows.Select(row => row.EssayId).ToHashSet();
        return
        [
            .. request
                .EssaysToProcess.Where(essay => !known.Contains(essay.EssayId))
                .Select(essay => Row(request.BatchId, essay, NoMatchReason.NotReported)),
        ];
    }

    /// <summary>Rows whose file name only the request knows.</summary>
    internal static List<(Association Row, string FileName)> Unnamed(BatchStudentMatchingRequested request, IReadOnlyList<Association> rows)
    {
        var names = request
            .EssaysToProcess.Where(essay => essay.OriginalFileName is not null)
            .ToDictionary(essay => essay.EssayId, essay => essay.OriginalFileName!);
        return [.. rows.Where(row => row.FileName is null && names.ContainsKey(row.EssayId)).Select(row => (row, names[row.EssayId]))];
    }

    static Association Row(Guid batchId, EssayRef essay, NoMatchReason reason) =>
        new()
        {
            BatchId = batchId,
            EssayId = essay.EssayId,
            FileName = essay.OriginalFileName,
            ValidationStatus = AssociationStatus.NoMatch,
            NoMatchReason = reason,
        };
}
