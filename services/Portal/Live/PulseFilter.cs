using Phase1.Portal.SignIn;

namespace Phase1.Portal.Live;

/// <summary>Has the other pages of a person learn of a change that leaves no record on the log: a decision before the release.</summary>
sealed class PulseFilter(Pulses pulses) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        var http = context.HttpContext;
        if (http.Features.Get<Person>() is { } person && Guid.TryParse((string?)http.GetRouteValue("id"), out var batchId))
        {
            await pulses.RaiseAsync(person.UserId, PulseSubject.Batch(batchId), http.RequestAborted);
        }
        return result;
    }
}
