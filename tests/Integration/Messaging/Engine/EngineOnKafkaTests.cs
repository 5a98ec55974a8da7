using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

public sealed class EndToEndOnKafkaTests : EndToEndTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class TraceOnKafkaTests : TraceTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint) => OnKafka.WorldAsync(hint);
}

public sealed class PoisonOnKafkaTests : PoisonTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class RelayOnKafkaTests : RelayTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class DuplicateOnKafkaTests : DuplicateTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class InfrastructureOnKafkaTests : InfrastructureTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class FencingOnKafkaTests : FencingTests
{
    // A worker that stands still for so long is put out of the group by its own client, as one that was stopped is by the broker.
    static readonly TimeSpan Stillness = TimeSpan.FromSeconds(2);

    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) =>
        OnKafka.WorldAsync(hint, server, options => (options.SessionTimeout, options.MaxPollInterval) = (Stillness, Stillness));

    protected override Task ReplaceConsumersAsync(EngineWorld world) => Task.CompletedTask;
}

public sealed class InboxHorizonOnKafkaTests : InboxHorizonTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}

public sealed class RestoreOnKafkaTests : RestoreTests
{
    protected override Task<EngineWorld> CreateWorldAsync(string hint, PostgresServer? server = null) => OnKafka.WorldAsync(hint, server);
}
