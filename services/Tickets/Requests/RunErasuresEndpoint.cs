using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Sops.Privacy;

namespace Phase1.Tickets.Requests;

/// <summary>
/// Has every service erase again whom it erased since an instant: after a database was restored from a backup of before. Who has nothing left says so, and
/// nobody waits for the answers.
/// </summary>
static class RunErasuresEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/internal/v1/privacy/erasures/replay", HandleAsync).RequireAuthorization(Phase1Policies.PrivacyOfficer);

    internal sealed record Body(DateTimeOffset? Since = null);

    internal sealed record Answer(int Count);

    static async Task<Answer> HandleAsync(
        Body body,
        PrivacyBook book,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var since = body.Since ?? throw ProblemException.Missing("since");
        await work.BeginAsync(cancellationToken);
        var erasures = await book.ErasedSinceAsync(since, cancellationToken);
        foreach (var (ticket, subject) in erasures)
        {
            work.Publish(
                new PersonalDataErasureRequested
                {
                    TicketId = ticket,
                    RequestId = Guid.CreateVersion7(clock.GetUtcNow()),
                    StudentIds = subject.StudentIds,
                    Essays = subject.Essays,
                }
            );
        }
        await work.CommitAsync(cancellationToken);
        return new(erasures.Count);
    }
}
