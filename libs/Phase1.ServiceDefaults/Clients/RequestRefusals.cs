namespace Phase1.ServiceDefaults;

/// <summary>Calls to whose caller a refusal says something.</summary>
public static class RequestRefusals
{
    static readonly HttpRequestOptionsKey<bool> Key = new("phase1.refusals");

    /// <summary>
    /// Has 429 and 503 come back as answers, with their problem documents, instead of as <see cref="ServiceUnavailableException"/>: for a service that
    /// says what it lacks and until when.
    /// </summary>
    /// <param name="request">A request of a service client.</param>
    public static HttpRequestMessage WithRefusals(this HttpRequestMessage request)
    {
        request.Options.Set(Key, true);
        return request;
    }

    internal static bool TakesRefusals(this HttpRequestMessage request) => request.Options.TryGetValue(Key, out var takes) && takes;
}
