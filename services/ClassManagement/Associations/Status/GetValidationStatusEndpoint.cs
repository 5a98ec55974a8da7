using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Associations;

/// <summary>For status pages: how far the decisions of batches have come.</summary>
static class GetValidationStatusEndpoint
{
    internal readonly record struct Answer(
        Guid BatchId,
        SetState State,
        int DeviationCount,
        DateTimeOffset AutoConfirmDeadline,
        int TotalAssociations,
        int MatchedAssociations,
        int ConfirmedAssociations
    );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/validation-status", HandleAsync).RequireService();

    static async Task<Dictionary<Guid, Answer?>> HandleAsync(
        BatchIds batchIds,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    )
    {
        var found = await db
            .AssociationSets.Where(set => batchIds.Values.Contains(set.BatchId))
            .Select(set => new
            {
                set.OwnerUserId,
                Answer = new Answer(
                    set.BatchId,
                    set.State,
                    db.Associations.Count(row => row.BatchId == set.BatchId && row.Decision == null),
                    set.DeadlineAt,
                    db.Associations.Count(row => row.BatchId == set.BatchId),
                    db.Associations.Count(row =>
                        row.BatchId == set.BatchId && (row.Decision != null || row.ValidationStatus == AssociationStatus.PendingValidation)
                    ),
                    db.Associations.Count(row =>
                        row.BatchId == set.BatchId
                        && (
                            row.ValidationStatus == AssociationStatus.Confirmed
                            || row.ValidationStatus == AssociationStatus.TimeoutConfirmed
                        )
                    )
                ),
            })
            .ToListAsync(cancellationToken);
        var visible = found.Where(row => caller.MayWatch(row.OwnerUserId)).ToDictionary(row => row.Answer.BatchId, row => row.Answer);
        return batchIds.ToMap(id => visible.TryGetValue(id, out var answer) ? answer : (Answer?)null);
    }
}
