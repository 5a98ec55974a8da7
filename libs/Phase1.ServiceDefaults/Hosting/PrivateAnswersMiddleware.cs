using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Has no answer kept by anybody on its way, and none taken for something else than it says it is. Every answer, since whether one holds
/// personal data changes with the data; but for routes that serve the same bytes to everybody for ever.
/// </summary>
sealed class PrivateAnswersMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // On starting, since an error answer begins by clearing the headers; what is registered first runs last.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = MayBeKept(context) ? "public, max-age=31536000, immutable" : "no-store";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(context);
    }

    static bool MayBeKept(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
        && context.GetEndpoint()?.Metadata.GetMetadata<UnchangingAnswer>() is not null;
}
