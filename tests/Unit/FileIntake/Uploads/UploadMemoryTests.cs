using Microsoft.AspNetCore.Http;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Uploads;

namespace Phase1.Unit.Tests.FileIntake.Uploads;

/// <summary>What an upload request costs in memory. What is measured is the process, so nothing else runs beside it.</summary>
[Collection(nameof(MeasuredAlone))]
public sealed class UploadMemoryTests
{
    const long Megabyte = 1024 * 1024;
    const string Batch = "0197a000-0000-7000-8000-000000000001";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_largest_request_costs_little_memory()
    {
        var body = new FormStream().Field("batch_id", Batch);
        for (var i = 0; i < 30; i++)
        {
            body.File($"{i}.txt", "", 10 * Megabyte);
        }
        var request = new DefaultHttpContext().Request;
        request.ContentType = $"multipart/form-data; boundary={FormStream.Boundary}";
        request.Body = body.End();
        var limits = new IntakeOptions();
        await using var form = new UploadForm(new(new(limits)), limits, _ => Task.CompletedTask);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await form.ReadAsync(request, Token);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        form.Files.Count.ShouldBe(30);
        allocated.ShouldBeLessThan(20 * Megabyte);
    }
}
