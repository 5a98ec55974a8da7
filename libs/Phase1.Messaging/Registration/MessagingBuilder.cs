using MassTransit;
using MassTransit.Configuration;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Sagas;

namespace Phase1.Messaging;

/// <summary>What a service handles. The topics it consumes follow from its consumers and state machines.</summary>
public sealed class MessagingBuilder
{
    readonly IBusRegistrationConfigurator _bus;

    internal MessagingBuilder(IBusRegistrationConfigurator bus) => _bus = bus;

    internal List<Type> Messages { get; } = [];

    internal List<SagaRegistration> Sagas { get; } = [];

    internal List<TableRetention> Retention { get; } = [];

    /// <summary>Whether the server plans every statement of the service anew.</summary>
    internal bool PlansAnew { get; private set; }

    /// <summary>
    /// Has the server plan every statement of the service anew, by what the tables hold now. For a service whose own tables grow from nothing to many
    /// rows between two looks of the server at them: a plan that is kept from their beginning would read them whole.
    /// </summary>
    public MessagingBuilder PlanAnew()
    {
        PlansAnew = true;
        return this;
    }

    /// <summary>Adds a consumer; it is resolved from the unit of work's scope.</summary>
    /// <typeparam name="TConsumer">A class with one or more IConsumer interfaces.</typeparam>
    public MessagingBuilder AddConsumer<TConsumer>()
        where TConsumer : class, IConsumer
    {
        _bus.AddConsumer<TConsumer>();
        Messages.AddRange(
            typeof(TConsumer)
                .GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IConsumer<>))
                .Select(i => i.GetGenericArguments()[0])
        );
        return this;
    }

    /// <summary>Adds a state machine whose instances live in a table of the service's DbContext.</summary>
    /// <typeparam name="TMachine">The machine; its events correlate by id.</typeparam>
    /// <typeparam name="TSaga">The instance: an entity of the DbContext with value-like properties.</typeparam>
    public MessagingBuilder AddStateMachine<TMachine, TSaga>()
        where TMachine : class, SagaStateMachine<TSaga>, new()
        where TSaga : class, SagaStateMachineInstance, ISagaVersion
    {
        _bus.AddSagaStateMachine<TMachine, TSaga>()
            .Repository(services =>
                services.RegisterSagaRepository<
                    TSaga,
                    UnitOfWork,
                    MassTransit.Saga.SagaConsumeContextFactory<UnitOfWork, TSaga>,
                    UnitOfWorkSagaRepository<TSaga>
                >()
            );
        var messages = new TMachine()
            .Events.Select(e => e.GetType().GetInterfaces().FirstOrDefault(IsDataEvent)?.GetGenericArguments()[0])
            .OfType<Type>()
            .ToList();
        Messages.AddRange(messages);
        Sagas.Add(SagaRegistration.Of<TSaga>(messages));
        return this;
    }

    /// <summary>Says how long the service's rows are kept; the engine's own it knows.</summary>
    /// <param name="tables">Each of the service's tables; those of a batch in an order in which they can be deleted.</param>
    public MessagingBuilder Keep(params IEnumerable<TableRetention> tables)
    {
        Retention.AddRange(tables);
        return this;
    }

    static bool IsDataEvent(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Event<>);
}
