using System.Net.Http.Headers;
using Phase1.Demo.Client;
using Phase1.Demo.Samples;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Steps;

/// <summary>The teacher uploads the files. An upload has no key: before each attempt the demo asks which files have arrived.</summary>
static class UploadFiles
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    internal static async Task RunAsync(
        SuiteClient suite,
        SampleData samples,
        DemoBatch batch,
        int filesPerRequest,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var missing = await MissingAsync(suite, batch, cancellationToken);
            if (missing.Count == 0)
            {
                return;
            }
            using var form = await FormAsync(samples, batch, missing.Take(filesPerRequest), cancellationToken);
            if (!await suite.TryPostAsync(SuiteService.FileIntake, "/v1/files/batch", form, batch.Chain, cancellationToken))
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    static async Task<List<SampleFile>> MissingAsync(SuiteClient suite, DemoBatch batch, CancellationToken cancellationToken)
    {
        var path = $"/v1/files/batch/{batch.BatchId}/state";
        var uploads = await suite.GetAsync<Uploads>(SuiteService.FileIntake, path, batch.Chain, cancellationToken);
        var arrived = uploads.Items.Select(upload => upload.FileName).ToHashSet(StringComparer.Ordinal);
        return [.. batch.Sample.Files.Where(file => !arrived.Contains(file.File))];
    }

    static async Task<MultipartFormDataContent> FormAsync(
        SampleData samples,
        DemoBatch batch,
        IEnumerable<SampleFile> files,
        CancellationToken cancellationToken
    )
    {
        var form = new MultipartFormDataContent { { new StringContent(batch.BatchId.ToString()), "batch_id" } };
        foreach (var file in files)
        {
            var content = new ByteArrayContent(await File.ReadAllBytesAsync(samples.PathOf(batch.Sample, file), cancellationToken));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "files", file.File);
        }
        return form;
    }
}
