namespace Phase1.ProviderStub;

/// <summary>What one test has told the stub, and what the stub was asked since; spaces do not see each other.</summary>
sealed class StubSpace
{
    static readonly StubRule Usual = new();

    readonly Lock _gate = new();
    readonly List<StubCall> _calls = [];
    IReadOnlyList<StubRule> _rules = [];

    /// <summary>All requests, in order.</summary>
    internal IReadOnlyList<StubCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    internal void Set(IReadOnlyList<StubRule> rules)
    {
        lock (_gate)
        {
            _rules = rules;
        }
    }

    /// <summary>Numbers a request, keeps it, and finds its rule.</summary>
    internal StubRule Take(StubCall call)
    {
        lock (_gate)
        {
            var numbered = call with { Number = 1 + _calls.Count(other => other.IsList == call.IsList) };
            _calls.Add(numbered);
            return _rules.FirstOrDefault(rule => rule.Match.Takes(numbered)) ?? Usual;
        }
    }
}
