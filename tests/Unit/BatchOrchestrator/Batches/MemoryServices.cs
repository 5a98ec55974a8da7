using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Registration;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>What the machine asks its scope for, without a container: properties run it millions of times.</summary>
sealed class MemoryServices(IBatchRecords records) : IServiceProvider
{
    static readonly PipelineCatalogue Catalogue = new([]);
    static readonly RateLimitOptions Limits = new() { PipelinesPerMinute = 2 };

    // Handed out and nothing more: what it is disposed of is the end of one replay.
    readonly object _replay = new Replay();
    readonly MemoryLog _log = new();
    readonly PipelinePolicy _policy = new(Catalogue, Limits, records);

    public int LogEntries => _log.Entries;

    public PipelineAnswer Answer { get; private set; } = new();

    /// <summary>Each record has a scope of its own, and so an answer of its own.</summary>
    public IServiceScope BeginScope()
    {
        Answer = new PipelineAnswer();
        return new Scope(this);
    }

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IBatchRecords) ? records
        : serviceType == typeof(Replay) ? _replay
        : serviceType == typeof(PipelinePolicy) ? _policy
        : serviceType == typeof(PipelineAnswer) ? Answer
        : serviceType == typeof(ILogger<BatchStateMachine>) ? _log
        : null;

    sealed record Scope(IServiceProvider ServiceProvider) : IServiceScope
    {
        public void Dispose() { }
    }
}
