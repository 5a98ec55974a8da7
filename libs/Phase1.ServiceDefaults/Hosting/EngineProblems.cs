using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Phase1.ServiceDefaults;

/// <summary>Gives the problems of the engine's own routes the shape of all others.</summary>
sealed class EngineProblems : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (answer is not ProblemHttpResult { ProblemDetails: var problem })
        {
            return answer;
        }
        var status = problem.Status ?? StatusCodes.Status500InternalServerError;
        var code = problem.Extensions.TryGetValue("code", out var text) ? text as string : null;
        var known = Problems.OfStatus(status);
        throw new ProblemException(code is null ? known : new Problem(code, status, known.Title), problem.Detail ?? known.Title);
    }
}
