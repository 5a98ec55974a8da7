using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Phase1.ServiceDefaults;

/// <summary>Which problem an exception is to the caller. Messages of exceptions that are not ours never leave the process.</summary>
static class ExceptionProblems
{
    internal static ProblemException Of(Exception error) =>
        error switch
        {
            ProblemException problem => problem,
            BadHttpRequestException bad => BadRequestProblems.Of(bad),
            _ when Unavailability.Is(error) => new(
                Problems.ServiceUnavailable,
                "Something that the request needs is away; try again shortly."
            ),
            DbUpdateConcurrencyException => new(Problems.StaleVersion, "Someone else changed the resource at the same time."),
            TimeoutException => new(Problems.Timeout, "The request took too long."),
            // Not the caller's doing (that case is handled before): the service is stopping.
            OperationCanceledException => new(Problems.ServiceUnavailable, "The service is stopping; try again shortly."),
            _ => new(Problems.ProcessingError, "An unexpected error; the correlation id helps to find it."),
        };
}
