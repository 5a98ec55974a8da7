using System.Diagnostics.Metrics;
using Phase1.Events;

namespace Phase1.ModelGateway.Routing;

/// <summary>Task types as callers name them.</summary>
static class TaskTypes
{
    static readonly Counter<long> Unknown = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_unknown_task_types_total",
        description: "Calls whose task type nobody knows; they count as general"
    );

    /// <summary>The type of a word; general, and counted, where the word is not known.</summary>
    internal static TaskType Of(string word)
    {
        if (WireEnum.TryParse<TaskType>(word, out var task))
        {
            return task;
        }
        Unknown.Add(1);
        return TaskType.General;
    }
}
