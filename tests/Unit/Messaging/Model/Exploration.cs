namespace Phase1.Unit.Tests.Messaging.Model;

/// <summary>Goes through every state that can be reached, the nearest first, and says by which steps a law is broken.</summary>
sealed class Exploration(int records, int workers, int faults, EngineFlaw flaw)
{
    readonly Dictionary<(ulong, ulong), ((ulong, ulong) From, string Step)> _seen = [];

    internal int States => _seen.Count;

    /// <summary>How often nothing more could happen.</summary>
    internal int Ends { get; private set; }

    /// <summary>The broken law and the steps to it; null when none is broken.</summary>
    internal (string Law, IReadOnlyList<string> Steps)? Run()
    {
        var steps = new ModelSteps(records, workers, flaw);
        var first = new ModelState { Faults = faults };
        var open = new Queue<ModelState>([first]);
        _seen[first.Pack()] = default;
        while (open.TryDequeue(out var state))
        {
            var key = state.Pack();
            var goesOn = false;
            foreach (var (name, isFault, next) in steps.After(state))
            {
                goesOn |= !isFault;
                var reached = next.Pack();
                if (!_seen.TryAdd(reached, (key, string.Intern(name))))
                {
                    continue;
                }
                if (ModelLaws.BrokenBy(next) is { } law)
                {
                    return (law, StepsTo(reached));
                }
                open.Enqueue(next);
            }
            if (!goesOn)
            {
                Ends++;
                if (!ModelLaws.IsDone(state, records))
                {
                    return (ModelLaws.NotDone, StepsTo(key));
                }
            }
        }
        return null;
    }

    List<string> StepsTo((ulong, ulong) key)
    {
        var steps = new List<string>();
        while (_seen[key] is { Step: { } step, From: var from })
        {
            steps.Add(step);
            key = from;
        }
        steps.Reverse();
        return steps;
    }
}
