namespace Phase1.Messaging.Log;

/// <summary>The log cannot be reached now. Nothing is known to be lost; the call is repeated with back-off.</summary>
/// <param name="message">What was tried.</param>
/// <param name="inner">The client's own error.</param>
public sealed class LogUnavailableException(string message, Exception? inner = null) : InfrastructureException(message, inner);
