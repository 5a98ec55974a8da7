using Microsoft.AspNetCore.Mvc;

namespace Phase1.Portal.NewBatch;

/// <summary>How essays come in.</summary>
static class NewBatchModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetNewBatchEndpoint.Map(routes);
        RegisterBatchEndpoint.Map(routes);
        UploadFilesEndpoint.Map(routes);
        UploadFileEndpoint.Map(routes);
        CloseUploadEndpoint.Map(routes);
    }

    /// <summary>The size of a form with files. What does not fit in memory waits on disk while it is read.</summary>
    internal static RequestSizeLimitAttribute FormLimit(IEndpointRouteBuilder routes) =>
        new(routes.ServiceProvider.GetRequiredService<PortalOptions>().MaxFormMegabytes * 1024L * 1024L);
}
