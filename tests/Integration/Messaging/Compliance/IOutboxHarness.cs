using Phase1.Events;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What the outbox's compliance suite needs: transactions that record events, a relay, and a look at the log.</summary>
public interface IOutboxHarness : IAsyncDisposable
{
    Task<IRecording> BeginAsync();

    /// <summary>Lets the relay work until it finds nothing more.</summary>
    Task RelayAsync();

    /// <summary>Lets the relay die once, after it has published and before it knows.</summary>
    Task RelayAndDieAsync();

    /// <summary>The event ids and upload ids on the log, in the order of the log.</summary>
    Task<IReadOnlyList<(Guid EventId, Guid UploadId)>> PublishedAsync();

    /// <summary>How many events were given up because the log will never take them.</summary>
    Task<long> BuriedAsync();
}

/// <summary>One transaction that records events; disposed without a commit, it is undone.</summary>
public interface IRecording : IAsyncDisposable
{
    void Record(BatchFileAdded fact);

    /// <summary>Records something that the log will refuse.</summary>
    Task RecordUnpublishableAsync();

    /// <summary>Writes the rows; nobody else sees them yet.</summary>
    Task WriteAsync();

    Task CommitAsync();
}
