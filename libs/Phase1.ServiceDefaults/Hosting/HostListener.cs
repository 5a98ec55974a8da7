using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
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
            // Names of files come in any encoding; the routes that read this one decode its bytes. All others are UTF-8.
            kestrel.RequestHeaderEncodingSelector = static name =>
                name.Equals(HeaderNames.FileName, StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey]))
        {
            var host = builder.Environment.IsDevelopment() ? "127.0.0.1" : "[::]";
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{host}:{defaultPort}"));
        }
        if (builder.Environment.IsDevelopment())
        {
            StayOnTheMachine(builder.Configuration);
        }
    }

    /// <summary>The development key is published, and so is the clock that everybody may move: what has them serves this machine alone.</summary>
    static void StayOnTheMachine(ConfigurationManager configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => (endpoint.Path + ":Url", endpoint["Url"]));
        foreach (
            var (setting, addresses) in endpoints.Prepend((WebHostDefaults.ServerUrlsKey, configuration[WebHostDefaults.ServerUrlsKey]))
        )
        {
            if (
                (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(address => !IsLoopback(address)) is
                { } address
            )
            {
                throw new ConfigurationException(
                    $"{setting} has {address}: the Development environment listens on loopback addresses alone."
                );
            }
        }
    }

    static bool IsLoopback(string address)
    {
        try
        {
            var binding = BindingAddress.Parse(address.Trim());
            return binding.IsUnixPipe
                || binding.IsNamedPipe
                || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
                || (IPAddress.TryParse(binding.Host, out var ip) && IPAddress.IsLoopback(ip));
        }
        catch (FormatException)
        {
            // No address at all, which the server says in its own words.
            return true;
        }
    }
}
