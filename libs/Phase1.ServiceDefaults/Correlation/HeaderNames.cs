namespace Phase1.ServiceDefaults;

/// <summary>The headers that Phase1's services exchange.</summary>
public static class HeaderNames
{
    /// <summary>A key of the calling service.</summary>
    public const string ApiKey = "X-Internal-API-Key";

    /// <summary>The calling service.</summary>
    public const string ServiceId = "X-Service-ID";

    /// <summary>The teacher or operator on whose behalf the call is made.</summary>
    public const string UserId = "X-User-ID";

    /// <summary>The user's organisation.</summary>
    public const string OrgId = "X-Org-ID";

    /// <summary>The user's roles, separated by commas.</summary>
    public const string UserRoles = "X-User-Roles";

    /// <summary>The id of the event chain that the request belongs to.</summary>
    public const string CorrelationId = "X-Correlation-ID";

    /// <summary>W3C's place in a trace.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>W3C's notes of the trace's systems.</summary>
    public const string TraceState = "tracestate";

    /// <summary>The name of a file that is the whole body, percent-encoded: addresses hold ids alone.</summary>
    public const string FileName = "X-File-Name";

    /// <summary>Makes a repeated POST harmless.</summary>
    public const string IdempotencyKey = "Idempotency-Key";
}
