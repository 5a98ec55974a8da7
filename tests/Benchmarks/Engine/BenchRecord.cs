using Phase1.Events;
using Phase1.Messaging.Log;

namespace Phase1.Benchmarks.Engine;

/// <summary>The records that the measured service is fed with.</summary>
static class BenchRecord
{
    /// <summary>A file was added to a batch.</summary>
    /// <param name="topicPrefix">Before the topic's name.</param>
    /// <param name="eventId">The record's event id.</param>
    /// <param name="batchId">The batch, which is the saga.</param>
    /// <param name="userId">Whose batch it is.</param>
    /// <param name="at">When the fact was recorded.</param>
    public static OutgoingRecord Of(string topicPrefix, Guid eventId, Guid batchId, string userId, DateTimeOffset at)
    {
        var fact = new BatchFileAdded
        {
            BatchId = batchId,
            FileUploadId = Guid.CreateVersion7(at),
            UserId = userId,
            Timestamp = at,
        };
        var stamp = new EnvelopeStamp(eventId, at, ServiceNames.FileIntake, Guid.CreateVersion7(at));
        return new(topicPrefix + Topics.Of(fact), batchId.ToString(), EnvelopeSerializer.Write(fact, stamp), "{}");
    }
}
