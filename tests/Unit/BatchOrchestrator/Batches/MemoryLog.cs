using Microsoft.Extensions.Logging;
using Phase1.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>Counts what the machine logs.</summary>
sealed class MemoryLog : ILogger<BatchStateMachine>
{
    public int Entries { get; private set; }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Entries++;
}
