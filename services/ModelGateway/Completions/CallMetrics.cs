using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Calls and attempts by task, provider and end. Labels are closed sets: providers are those of the configuration.</summary>
static class CallMetrics
{
    const string Nobody = "none";

    static readonly Counter<long> Calls = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_calls_total",
        description: "Calls by what became of them"
    );

    static readonly Histogram<double> Seconds = ModelGatewayService.Meter.CreateSecondsHistogram(
        "phase1_llm_call_seconds",
        "Time of a call, its attempts and their pauses together",
        [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300]
    );

    static readonly Counter<long> Attempts = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_attempts_total",
        description: "Single requests to providers by how they ended"
    );

    /// <summary>A call has been answered.</summary>
    internal static void Answered(TaskType task, string provider, TimeSpan time) => Count(task, provider, "completed", time);

    /// <summary>A call has no answer.</summary>
    internal static void Failed(TaskType task, Problem problem, TimeSpan time) =>
        Count(task, Nobody, problem.Code.ToLowerInvariant(), time);

    internal static void Attempted(TaskType task, Attempt attempt) =>
        Attempts.Add(
            1,
            new("task_type", WireEnum.Name(task)),
            new("provider", attempt.Provider),
            new("outcome", WireEnum.Name(attempt.Outcome))
        );

    static void Count(TaskType task, string provider, string outcome, TimeSpan time)
    {
        KeyValuePair<string, object?>[] labels =
        [
            new("task_type", WireEnum.Name(task)),
            new("provider", provider),
            new("outcome", outcome),
        ];
        Calls.Add(1, labels);
        Seconds.Record(time.TotalSeconds, labels);
    }
}
