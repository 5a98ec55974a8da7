using System.Text;
using Npgsql;

namespace Phase1.Messaging;

/// <summary>
/// An exception as a log may hold it: the types, the states that PostgreSQL names and the places in the code. Never a message: what an exception of
/// somebody else's says may quote a name, an address or a file.
/// </summary>
public static class FaultTrace
{
    /// <summary>The exception and its causes, outermost first, each with its stack.</summary>
    /// <param name="exception">What was thrown.</param>
    public static string Of(Exception exception)
    {
        var trace = new StringBuilder();
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            trace.Append(trace.Length == 0 ? "" : Environment.NewLine + " <- ").Append(cause.GetType().FullName);
            if (cause is PostgresException { SqlState: var state })
            {
                trace.Append(" (").Append(state).Append(')');
            }
            if (cause.StackTrace is { } stack)
            {
                trace.AppendLine().Append(stack);
            }
        }
        return trace.ToString();
    }
}
