using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What the saga store's compliance suite needs: units of work that run messages through the test's state machine, and a look at the rows.</summary>
public interface ISagaStoreHarness : IAsyncDisposable
{
    Task<ISagaWork> BeginAsync();

    /// <summary>The committed row; null when there is none.</summary>
    Task<Tally?> ReadAsync(Guid id);
}

/// <summary>One unit of work; disposed without a commit, it is undone.</summary>
public interface ISagaWork : IAsyncDisposable
{
    Task SendAsync(IFact fact);

    Task CommitAsync();
}
