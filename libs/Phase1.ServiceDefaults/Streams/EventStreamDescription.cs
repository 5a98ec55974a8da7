using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>How a route that answers with an <see cref="EventStream"/> is described to its callers.</summary>
public static class EventStreamDescription
{
    /// <summary>Says that it sends events, goes on behind the last one seen, and gives each user five places.</summary>
    /// <param name="route">The route.</param>
    public static RouteHandlerBuilder SendsEvents(this RouteHandlerBuilder route) =>
        route
            .MayAnswer(Problems.RateLimit)
            .Produces<string>(contentType: "text/event-stream")
            .WithMetadata(
                new DescribedParameter(ParameterPlace.Header, EventStream.LastEventId, "The last event that the browser has seen.")
            );
}
