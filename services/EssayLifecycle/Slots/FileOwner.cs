using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Whoever sends a file in a teacher's name can only send it to a batch of that teacher.</summary>
static class FileOwner
{
    public static ContractViolationException? FindViolation(BatchTracker tracker, EventCause cause) =>
        cause.UserId is { } user && user != tracker.UserId
            ? new(ViolationCodes.ContradictoryFact, "metadata.user_id: not the batch's owner")
            : null;

    public static void Verify(BatchTracker tracker, EventCause cause)
    {
        if (FindViolation(tracker, cause) is { } violation)
        {
            throw violation;
        }
    }
}
