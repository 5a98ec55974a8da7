namespace Phase1.Portal.Frame;

/// <summary>The Portal's own address, as browsers name it.</summary>
sealed class OwnOrigin(PortalOptions options)
{
    /// <summary>Whether an Origin header names the Portal.</summary>
    internal bool Is(string origin, HttpRequest request) => string.Equals(origin, Of(request), StringComparison.OrdinalIgnoreCase);

    /// <summary>An address of a page, as it is sent to somebody.</summary>
    internal string Link(string path, HttpRequest request) => Of(request) + path;

    /// <summary>As it is configured; in Development, where it need not be, as the request has it.</summary>
    string Of(HttpRequest request) =>
        options.PublicAddress is { } address ? address.GetLeftPart(UriPartial.Authority) : $"{request.Scheme}://{request.Host}";
}
