using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Phase1.Portal.Assets;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>What every page has: headers, frame, compression, its proof that a form is its own, and words for what went wrong.</summary>
static class FrameModule
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddRazorComponents();
        // Letters of all scripts stay letters: pages are UTF-8.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddWebEncoders();
        services.AddHttpContextAccessor();
        services.AddScoped<PageContext>();
        services.AddSingleton<AssetStore>();
        services.AddSingleton<OwnOrigin>();
        services.AddSingleton<IProblemPage, ProblemPages>();
        services
            .AddOptions<AntiforgeryOptions>()
            .Configure<IWebHostEnvironment>((forgery, environment) => ForgeryFilter.Configure(forgery, environment));
        services.AddAntiforgery();
        services.AddResponseCompression(compression =>
        {
            // What a page holds beside the token, which is another each time, nobody outside can have repeated in it.
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
        });
        services
            .AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<PortalOptions>>((headers, portal) => Trust(headers, portal.Value));
    }

    internal static void Use(IApplicationBuilder app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<PublicSchemeMiddleware>();
        app.UseMiddleware<PageHeadersMiddleware>();
        app.UseMiddleware<ManagementRoutesMiddleware>();
        app.UseResponseCompression();
    }

    static void Trust(ForwardedHeadersOptions headers, PortalOptions portal)
    {
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        if (portal.TrustedProxies.Length > 0)
        {
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        }
        foreach (var proxy in portal.TrustedProxies)
        {
            headers.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
