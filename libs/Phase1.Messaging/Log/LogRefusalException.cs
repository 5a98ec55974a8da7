namespace Phase1.Messaging.Log;

/// <summary>
/// The log cannot be used as it is set up: its servers refuse this service, a topic is missing or has another number of partitions. Waiting does
/// not mend it; an operator reads the message, which names topics and settings and never their values.
/// </summary>
/// <param name="message">What is wrong, in one sentence.</param>
/// <param name="inner">The client's own error.</param>
public sealed class LogRefusalException(string message, Exception? inner = null) : InvalidOperationException(message, inner);
