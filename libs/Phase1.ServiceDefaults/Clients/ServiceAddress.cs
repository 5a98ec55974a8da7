namespace Phase1.ServiceDefaults;

/// <summary>Where another service listens.</summary>
sealed class ServiceAddress
{
    internal string? Text { get; set; }

    internal bool IsValid => Uri.TryCreate(Text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    /// <summary>Ends in a slash, so that relative addresses are appended to a path and do not replace it.</summary>
    internal Uri Uri => new($"{Text!.TrimEnd('/')}/");
}
