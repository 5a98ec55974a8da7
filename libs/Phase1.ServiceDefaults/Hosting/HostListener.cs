using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>Where and how a host listens.</summary>
static class HostListener
{
    /// <summary>1 MB, from the fixed limits of the specification; a route may take more by RequestSizeLimit metadata.</summary>
    const long MaxBodyBytes = 1024 * 1024;

    internal static void Configure(WebApplicationBuilder builder, int defaultPort)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            // The development key is published: what accepts it stays on the machine.
            var host = builder.Environment.IsDevelopment() ? "127.0.0.1" : "[::]";
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{defaultPort}"));
        }
    }
}
