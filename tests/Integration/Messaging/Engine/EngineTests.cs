using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>Tests of the engine that hold on every log. Here the log is PostgreSQL's; on Kafka the same tests run in classes of their own.</summary>
public abstract class EngineTests
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected virtual Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) =>
        EngineWorld.CreateAsync(hint, server);
}
