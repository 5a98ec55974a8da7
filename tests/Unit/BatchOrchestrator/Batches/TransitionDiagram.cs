using MassTransit;
using MassTransit.SagaStateMachine;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>A state machine as a Mermaid state diagram. (MassTransit's own graph forgets which event leads from which state to which.)</summary>
sealed class TransitionDiagram<TSaga> : StateMachineVisitor
    where TSaga : class, SagaStateMachineInstance
{
    readonly List<string> _lines = ["stateDiagram-v2"];
    string _state = "";
    string _event = "";

    public static string Of(StateMachine<TSaga> machine)
    {
        var diagram = new TransitionDiagram<TSaga>();
        machine.Accept(diagram);
        var left = diagram._lines.Skip(1).Select(line => line.TrimStart().Split(' ')[0]).ToHashSet();
        var terminal = machine.States.Select(state => state.Name).Where(name => name is not ("Initial" or "Final") && !left.Contains(name));
        return string.Join('\n', [.. diagram._lines.Distinct(), .. terminal.Select(name => $"    {name} --> [*]")]);
    }

    public void Visit(State state, Action<State> next)
    {
        _state = state.Name == "Initial" ? "[*]" : state.Name;
        next(state);
    }

    public void Visit(Event @event, Action<Event> next)
    {
        _event = @event.Name;
        next(@event);
    }

    public void Visit<TMessage>(Event<TMessage> @event, Action<Event<TMessage>> next)
        where TMessage : class
    {
        _event = @event.Name;
        next(@event);
    }

    public void Visit(IStateMachineActivity activity, Action<IStateMachineActivity> next)
    {
        Visit(activity);
        next(activity);
    }

    public void Visit(IStateMachineActivity activity)
    {
        if (activity is TransitionActivity<TSaga> transition)
        {
            _lines.Add($"    {_state} --> {transition.ToState.Name}: {_event}");
        }
    }

    public void Visit<T>(IBehavior<T> behavior)
        where T : class, SagaStateMachineInstance { }

    public void Visit<T>(IBehavior<T> behavior, Action<IBehavior<T>> next)
        where T : class, SagaStateMachineInstance => next(behavior);

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior)
        where T : class, SagaStateMachineInstance
        where TMessage : class { }

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior, Action<IBehavior<T, TMessage>> next)
        where T : class, SagaStateMachineInstance
        where TMessage : class => next(behavior);
}
