using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Turns whatever goes wrong in a request, and every error status without a body, into a problem document.</summary>
sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
            return;
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var answer = ExceptionProblems.Of(error);
            Log(answer.Problem, error);
            context.Response.Clear();
            if (answer.RetryAfter is { } pause)
            {
                context.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }
            await ProblemDocument.WriteAsync(context, answer.Problem, answer.Message, answer.Errors, answer.Current);
            return;
        }
        catch (Exception error)
        {
            // Too late for a problem document; the server would print what was thrown.
            BrokeOff(FaultTrace.Of(error));
            context.Abort();
            return;
        }
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
        {
            var problem = Problems.OfStatus(context.Response.StatusCode);
            await ProblemDocument.WriteAsync(context, problem with { Status = context.Response.StatusCode }, problem.Title);
        }
    }

    void Log(Problem problem, Exception error)
    {
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            Unavailable(error.GetType().Name, error.InnerException?.GetType().Name);
        }
        else if (problem.Status >= 500)
        {
            Failed(problem.Code, FaultTrace.Of(error));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The request ended with {Code}: {Fault}")]
    private partial void Failed(string code, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "An answer broke off: {Fault}")]
    private partial void BrokeOff(string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The request needs something that is away: {Error} {Inner}")]
    private partial void Unavailable(string error, string? inner);
}
