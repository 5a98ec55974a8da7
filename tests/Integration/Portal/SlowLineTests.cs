using System.Net;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>Files that come slowly. What the process keeps meanwhile is counted, so that nothing else may run beside.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SlowLineTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static readonly Guid Session = new("01890000-0000-7000-8000-000000000003");

    static readonly string Route = $"/v1/files/batch/{Neighbourhood.BatchId}/files/{PageRoutesTable.Id}";

    [Fact, Trait("Scenario", "P-23")]
    public async Task Twenty_slow_lines_leave_the_other_pages_alone_and_nothing_of_them_is_kept()
    {
        const int Lines = 20;
        const int Half = 4608 * 1024;
        const int Most = 48 * 1024 * 1024;
        var (arrived, goesOn) = (new CountdownEvent(Lines), new TaskCompletionSource());
        shared.Portal.Others.On(
            HttpMethod.Put,
            Route,
            async request =>
            {
                var (body, buffer, bytes) = (await request.Content!.ReadAsStreamAsync(), new byte[16 * 1024], 0);
                while (await body.ReadAsync(buffer) is > 0 and var read)
                {
                    // The second half is not sent before all first halves have come through.
                    if (bytes < Half && bytes + read >= Half)
                    {
                        arrived.Signal();
                    }
                    bytes += read;
                }
                return FakeHttp.Json(new { }, bytes == 2 * Half ? HttpStatusCode.Accepted : HttpStatusCode.BadRequest);
            }
        );
        await shared.Teacher.GetAsync("/me");
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var lines = Enumerable
            .Range(0, Lines)
            .Select(async _ =>
            {
                using var file = new StreamContent(new HalfByHalf(Half, goesOn.Task));
                return (await shared.SendAsync(file, "a.txt", Session)).StatusCode;
            })
            .ToList();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(arrived.IsSet), TestContext.Current.CancellationToken);
        // What has come through is more than what may be kept.
        ((long)Lines * Half).ShouldBeGreaterThan(Most);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Most);
        (await shared.Teacher.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        lines.ShouldAllBe(line => !line.IsCompleted);
        goesOn.SetResult();

        (await Task.WhenAll(lines)).ShouldAllBe(status => status == HttpStatusCode.Accepted);
    }

    // Makes its bytes as they are read.
    sealed class HalfByHalf(int half, Task continues) : Stream
    {
        int _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_read == half)
            {
                await continues.WaitAsync(Eventually.Patience, TimeProvider.System, cancellationToken);
            }
            var bytes = Math.Min(buffer.Length, (_read < half ? half : 2 * half) - _read);
            _read += bytes;
            return bytes;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
