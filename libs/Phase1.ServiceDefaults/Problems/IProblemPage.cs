using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Writes problems for people, where a host has pages; everybody else gets the problem document.</summary>
public interface IProblemPage
{
    /// <summary>Whether whoever asks is to get a page.</summary>
    /// <param name="request">The request that failed.</param>
    bool Serves(HttpRequest request);

    /// <summary>Writes the page. It must need nothing that may be unavailable.</summary>
    /// <param name="context">The request that failed.</param>
    /// <param name="problem">What went wrong.</param>
    Task WriteAsync(HttpContext context, Problem problem);
}
