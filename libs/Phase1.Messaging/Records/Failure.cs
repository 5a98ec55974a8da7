using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;
using Phase1.Events;

namespace Phase1.Messaging.Records;

/// <summary>What went wrong with a record, and so what becomes of it.</summary>
/// <param name="Kind">Decides between waiting, setting aside and dead-lettering.</param>
/// <param name="ReasonCode">A stable code in capitals.</param>
/// <param name="Reason">For the operator; never a message that could quote personal data.</param>
/// <param name="Stack">Where it was thrown.</param>
sealed record Failure(FailureKind Kind, string ReasonCode, string Reason, string? Stack)
{
    public static Failure Of(Exception exception)
    {
        foreach (var cause in Chain(exception))
        {
            switch (cause)
            {
                case ContractViolationException violation:
                    return new(FailureKind.Violation, violation.ReasonCode, violation.Reason, null);
                case ProcessingFailureException failure:
                    return new(FailureKind.Processing, failure.ReasonCode, failure.Message, null);
                // Somebody answered, and the answer will not change; a pattern that takes too long takes too long again.
                case HttpRequestException { StatusCode: { } status } when IsFinal(status):
                case RegexMatchTimeoutException:
                    return Processing(cause);
                case InfrastructureException or SocketException or TimeoutException or HttpRequestException or OperationCanceledException:
                    return Infrastructure(cause);
                case NpgsqlException database when DatabaseTrouble.Passes(database):
                    return Infrastructure(cause);
            }
        }
        return Processing(Chain(exception).Last());
    }

    static Failure Processing(Exception root)
    {
        var state = root is PostgresException { SqlState: var code } ? $" ({code})" : "";
        return new(FailureKind.Processing, "PROCESSING_ERROR", $"{root.GetType().Name}{state}", root.StackTrace);
    }

    static bool IsFinal(HttpStatusCode status) =>
        (int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    // Our own exception says what is unavailable; the message of another library may quote anything.
    static Failure Infrastructure(Exception cause) =>
        new(FailureKind.Infrastructure, "INFRASTRUCTURE", cause is InfrastructureException ? cause.Message : cause.GetType().Name, null);

    static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}

/// <summary>The three fates of a failing record.</summary>
enum FailureKind
{
    /// <summary>Something is away: wait and try everything again.</summary>
    Infrastructure,

    /// <summary>This record fails: set it aside, try again later, hold its followers.</summary>
    Processing,

    /// <summary>This record can never become valid: dead-letter it, hold nobody.</summary>
    Violation,
}
