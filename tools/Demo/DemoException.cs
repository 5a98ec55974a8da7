namespace Phase1.Demo;

/// <summary>The demo cannot go on.</summary>
/// <param name="message">Why, for a person.</param>
/// <param name="correlationId">Of the request whose answer nobody expected; the services' application logs have lines of it.</param>
sealed class DemoException(string message, string? correlationId = null) : Exception(message)
{
    internal string? CorrelationId { get; } = correlationId;
}
