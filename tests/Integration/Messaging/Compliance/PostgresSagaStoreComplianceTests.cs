using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The engine's sagas, run by MassTransit inside the unit of work, on PostgreSQL.</summary>
public sealed class PostgresSagaStoreComplianceTests : SagaStoreCompliance
{
    protected override async Task<ISagaStoreHarness> OpenAsync()
    {
        var world = await EngineWorld.CreateAsync("sagastore");
        return new Harness(world, await world.StartAsync(setup => setup.Runs = false));
    }

    sealed class Harness(EngineWorld world, EngineHost host) : ISagaStoreHarness
    {
        public async Task<ISagaWork> BeginAsync()
        {
            var scope = host.Services.CreateAsyncScope();
            var work = new Work(scope, scope.ServiceProvider.GetRequiredService<UnitOfWork>());
            await work.BeginAsync();
            return work;
        }

        public async Task<Tally?> ReadAsync(Guid id)
        {
            await using var scope = host.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<TallyContext>().FindAsync<Tally>([id], Token);
        }

        public ValueTask DisposeAsync() => world.DisposeAsync();
    }

    sealed class Work(AsyncServiceScope scope, UnitOfWork work) : ISagaWork
    {
        public Task BeginAsync() => work.BeginAsync(Token);

        public Task SendAsync(IFact fact) => work.DispatchAsync(fact, Token);

        public Task CommitAsync() => work.CommitAsync(Token);

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
