using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.NewBatch;

/// <summary>Takes more files for a batch from a form.</summary>
static class UploadFilesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/files", HandleAsync).ForTeacher().WithMetadata(NewBatchModule.FormLimit(routes));

    static async Task<IResult> HandleAsync(Guid id, HttpContext http, UploadsClient uploads, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var files = form.Files("files").Where(file => file.FileName.Length > 0).ToList();
        return await SendAsync(id, files, form.Text("key"), uploads, cancellationToken);
    }

    /// <summary>Hands files on, and shows those that were refused, or else the batch.</summary>
    internal static async Task<IResult> SendAsync(
        Guid batchId,
        IReadOnlyList<IFormFile> files,
        string key,
        UploadsClient uploads,
        CancellationToken cancellationToken
    )
    {
        var refused =
            files.Count == 0
                ? []
                : await uploads.SendAsync(
                    batchId,
                    [.. files.Select(file => (file.FileName, file.OpenReadStream()))],
                    key,
                    cancellationToken
                );
        return refused.Count == 0 ? Pages.Go($"/batches/{batchId}") : Pages.Show<RefusedFilesPage>(new RefusedFilesView(batchId, refused));
    }
}

/// <summary>The files of an upload that were refused.</summary>
public sealed record RefusedFilesView(Guid BatchId, IReadOnlyList<RefusedFileDocument> Files);
