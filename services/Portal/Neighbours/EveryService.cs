namespace Phase1.Portal.Neighbours;

/// <summary>All services at once, for whoever watches over rules and data. One that does not answer is noted as away and says nothing.</summary>
sealed class EveryService(Engines engines, ClassEngineClient classes, Away away)
{
    internal ClassEngineClient ClassManagement => classes;

    internal Away Away => away;

    internal async Task<IReadOnlyList<(string Service, T Answer)>> AskAsync<T>(Func<EngineClient, Task<T?>> ask)
        where T : class
    {
        var answers = await engines.AskAsync<T?>(away, ask);
        return [.. answers.Where(answer => answer.Answer is not null).Select(answer => (answer.Service, answer.Answer!))];
    }
}
