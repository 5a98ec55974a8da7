using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Calls that no HTTP request has caused.</summary>
public static class RequestCause
{
    static readonly HttpRequestOptionsKey<EventCause> Key = new("phase1.cause");

    /// <summary>Says in whose chain and on whose behalf a call is made: for consumers and background work.</summary>
    /// <param name="request">A request of a service client.</param>
    /// <param name="cause">The cause, as in <see cref="UnitOfWork.Cause"/>.</param>
    public static HttpRequestMessage WithCause(this HttpRequestMessage request, EventCause cause)
    {
        request.Options.Set(Key, cause);
        return request;
    }

    internal static EventCause? Cause(this HttpRequestMessage request) => request.Options.TryGetValue(Key, out var cause) ? cause : null;
}
