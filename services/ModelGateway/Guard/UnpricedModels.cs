using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Phase1.ModelGateway.Guard;

/// <summary>Models that nobody has priced: each is told once a day, and every call with one is counted.</summary>
sealed class UnpricedModels
{
    static readonly Counter<long> Calls = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_unpriced_calls_total",
        description: "Calls of models that nobody has priced"
    );

    readonly ConcurrentDictionary<string, DateOnly> _told = new(StringComparer.Ordinal);

    /// <summary>Whether it is the first call of the day with the model.</summary>
    internal bool IsNew(string modelId, DateOnly day)
    {
        Calls.Add(1);
        var before = _told.GetValueOrDefault(modelId);
        return before < day && _told.TryAdd(modelId, day) || (before < day && _told.TryUpdate(modelId, day, before));
    }
}
