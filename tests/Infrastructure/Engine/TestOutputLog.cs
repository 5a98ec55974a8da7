using Microsoft.Extensions.Logging;
using Xunit;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Writes what the engine says into the output of the test that it runs in: the reason of a test that failed may stand there.</summary>
sealed class TestOutputLog : ILoggerProvider, ILogger
{
    readonly ITestOutputHelper? _output = TestContext.Current.TestOutputHelper;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        try
        {
            _output?.WriteLine($"{logLevel} {formatter(state, exception)} {exception}");
        }
        catch (InvalidOperationException)
        {
            // The test has ended, and nobody reads it any more.
        }
    }

    public void Dispose() { }
}
