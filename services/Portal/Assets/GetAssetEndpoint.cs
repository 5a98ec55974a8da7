using Phase1.ServiceDefaults;

namespace Phase1.Portal.Assets;

/// <summary>An asset, to everybody and for ever.</summary>
static class GetAssetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/assets/{file}", Handle).AllowAnonymous().NeverChanges().ExcludeFromDescription();

    static IResult Handle(string file, HttpContext http, AssetStore assets)
    {
        if (assets.Find(file) is not { } asset)
        {
            return Results.NotFound();
        }
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) =
            accepted.Contains("br", StringComparison.Ordinal) ? (asset.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (asset.Gzip, "gzip")
            : (asset.Plain, null);
        http.Response.Headers.Vary = "Accept-Encoding";
        if (encoding is not null)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }
        return Results.Bytes(bytes, asset.Type);
    }
}
