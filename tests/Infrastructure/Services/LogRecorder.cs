using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Keeps every line of the log, with its exception and the scopes it was written in.</summary>
public sealed class LogRecorder(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        lines.Enqueue($"{state} {Values(state)}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => lines.Enqueue($"{formatter(state, exception)} {Values(state)} {exception}");

    public void Dispose() { }

    static string Values<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "";
}
