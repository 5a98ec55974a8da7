using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Phase1.Messaging.Sagas;

namespace Phase1.Messaging.Dispatch;

/// <summary>What MassTransit asks for the sagas of the current unit of work.</summary>
/// <typeparam name="TSaga">The saga.</typeparam>
sealed class UnitOfWorkSagaRepository<TSaga>(UnitOfWork work, ISagaConsumeContextFactory<UnitOfWork, TSaga> contexts)
    : ISagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga, ISagaVersion
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class => next.Send(new UnitOfWorkSagaContext<TSaga, T>(work, contexts, context));

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class =>
        throw new NotSupportedException("Sagas are correlated by id: a query cannot be locked in key order with the rest of the poll.");

    public void Probe(ProbeContext context) => context.Add("persistence", "unit of work");
}

sealed class UnitOfWorkSagaContext<TSaga, TMessage>(
    UnitOfWork work,
    ISagaConsumeContextFactory<UnitOfWork, TSaga> contexts,
    ConsumeContext<TMessage> context
) : ConsumeContextScope<TMessage>(context), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, ISaga, ISagaVersion
    where TMessage : class
{
    readonly SagaSession<TSaga> _sagas = work.Sagas.Of<TSaga>();
    readonly ConsumeContext<TMessage> _context = context;

    public async Task<SagaConsumeContext<TSaga, TMessage>?> Load(Guid correlationId)
    {
        var saga = await _sagas.FindAsync(correlationId, _context.CancellationToken);
        return saga is null ? null : await CreateSagaConsumeContext(_context, saga, SagaConsumeContextMode.Load);
    }

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    public Task<SagaConsumeContext<TSaga, TMessage>?> Insert(TSaga instance) =>
        throw new NotSupportedException("A saga is inserted with what its first message has made of it.");

    // MassTransit saves an instance that it added itself, after the first message has been applied to it.
    public Task Save(SagaConsumeContext<TSaga> context)
    {
        _sagas.Insert(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context)
    {
        _sagas.Update(context.Saga);
        return Task.CompletedTask;
    }

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        _sagas.Delete(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext,
        TSaga instance,
        SagaConsumeContextMode mode
    )
        where T : class => contexts.CreateSagaConsumeContext(work, consumeContext, instance, mode);
}
