using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.NameAccesses;

/// <summary>
/// The names in a batch, for an operator with a reason. That they were seen is written down, and the batch's teacher is told, in one transaction before
/// the answer.
/// </summary>
static class ListNamesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/internal/v1/batches/{id}/student-associations", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorNames)
            .WithMetadata(
                new DescribedParameter(
                    ParameterPlace.Header,
                    AccessReason.Header,
                    $"Why the names are needed, {AccessReason.Shortest}..{AccessReason.Longest} characters, percent-encoded UTF-8."
                )
                {
                    IsRequired = true,
                }
            );

    static async Task<IReadOnlyList<NamedEssay>> HandleAsync(
        Guid id,
        HttpRequest request,
        Caller caller,
        ClassManagementDbContext db,
        AssociationViews views,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var reason = AccessReason.Of(request);
        await work.BeginAsync(cancellationToken);
        var set =
            await db.AssociationSets.AsNoTracking().SingleOrDefaultAsync(s => s.BatchId == id, cancellationToken)
            ?? throw SetProblems.NotFound();
        var rows = await db.Associations.AsNoTracking().Where(row => row.BatchId == id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var access = new NameAccess
        {
            Id = Guid.CreateVersion7(now),
            BatchId = id,
            ReadBy = caller.UserId,
            Reason = reason,
            ReadAt = now,
        };
        db.Add(access);
        work.Publish(SetNotifications.NamesSeen(set, access.Id, caller.UserId, now), set.Cause);
        var seen = await views.OfAsync(rows, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return [.. seen.Select(NamedEssay.Of)];
    }

    /// <summary>An essay with the names that belong to it, and nothing more of the student.</summary>
    /// <param name="EssayId">The essay.</param>
    /// <param name="FileName">As it was uploaded.</param>
    /// <param name="SuggestedStudent">The name of the proposed student.</param>
    /// <param name="DecidedStudent">The name of the decided student.</param>
    /// <param name="Decision">What was decided; null while nothing is.</param>
    internal sealed record NamedEssay(Guid EssayId, string? FileName, string? SuggestedStudent, string? DecidedStudent, Decision? Decision)
    {
        internal static NamedEssay Of(AssociationView view) =>
            new(view.EssayId, view.FileName, view.SuggestedStudent?.DisplayName, view.DecidedStudent?.DisplayName, view.Decision);
    }
}
