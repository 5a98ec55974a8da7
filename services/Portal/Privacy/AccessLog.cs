using Phase1.Events;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy;

/// <summary>
/// Every access to names and bodies, as the services have recorded it with the access itself: by a page of the Portal or by a program. The latest
/// first.
/// </summary>
sealed class AccessLog(EveryService services)
{
    internal IReadOnlyCollection<string> Away => services.Away.Services;

    internal async Task<IReadOnlyList<AccessEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var names = services.Away.OrAsync(services.ClassManagement.NameAccessesAsync(cancellationToken), []);
        var bodies = await services.AskAsync<IReadOnlyList<BodyAccessDocument>>(async service =>
            await service.BodyAccessesAsync(cancellationToken)
        );
        return
        [
            .. bodies
                .SelectMany(of =>
                    of.Answer.Select(access => new AccessEntry(
                        access.ReadAt,
                        access.ReadBy,
                        AccessKind.Body,
                        of.Service,
                        access.DeadLetterId,
                        null
                    ))
                )
                .Concat(
                    (await names).Select(access => new AccessEntry(
                        access.ReadAt,
                        access.ReadBy,
                        AccessKind.Names,
                        ServiceNames.ClassManagement,
                        access.BatchId,
                        access.Reason
                    ))
                )
                .OrderByDescending(access => access.At),
        ];
    }
}

/// <summary>The kind of personal data that somebody has read.</summary>
public enum AccessKind
{
    /// <summary>The content of a record that had failed.</summary>
    Body,

    /// <summary>The names of a batch.</summary>
    Names,
}

/// <summary>One access.</summary>
/// <param name="At">When.</param>
/// <param name="By">The user id of whoever read.</param>
/// <param name="Kind">What was read.</param>
/// <param name="Service">Which service keeps it.</param>
/// <param name="Subject">The dead letter or the batch.</param>
/// <param name="Reason">Why, where that was asked for.</param>
public sealed record AccessEntry(DateTimeOffset At, string By, AccessKind Kind, string Service, Guid Subject, string? Reason);
