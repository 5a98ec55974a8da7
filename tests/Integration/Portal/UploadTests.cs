using System.Net;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What a script does: a batch first, then each file by itself, then one word for all of them.</summary>
public sealed class UploadTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    static readonly Guid Session = new("01890000-0000-7000-8000-000000000002");

    static readonly string Route = $"/v1/files/batch/{Neighbourhood.BatchId}/files/{PageRoutesTable.Id}";

    [Theory, Trait("Scenario", "P-19"), Trait("Scenario", "P-22")]
    [InlineData("\"><img src=x onerror=alert(1)>.docx", HttpStatusCode.Accepted)]
    [InlineData("‮tset‬.docx", HttpStatusCode.OK)]
    [InlineData("Åsa.pdf", HttpStatusCode.Accepted)]
    public async Task Each_file_is_sent_by_itself_under_an_id_of_its_own_and_its_name_in_a_header(string name, HttpStatusCode answer)
    {
        var asked = new List<string>();
        shared.Portal.Others.On(
            HttpMethod.Put,
            Route,
            async request =>
            {
                asked.Add($"{request.RequestUri!.Query} {Uri.UnescapeDataString(request.Headers.GetValues("X-File-Name").Single())}");
                asked.Add(await request.Content!.ReadAsStringAsync());
                return FakeHttp.Json(new { }, answer);
            }
        );

        using var file = new StringContent("The day we moved");
        var seen = await PutAsync(file, name);

        seen.StatusCode.ShouldBe(answer);
        asked.ShouldBe([$"?session={Session} {name}", "The day we moved"]);
    }

    [Fact, Trait("Scenario", "P-23")]
    public async Task Twenty_slow_lines_leave_the_other_pages_alone_and_nothing_of_them_is_kept()
    {
        const int Lines = 20;
        const int Half = 4 * 1024 * 1024;
        const int Most = 32 * 1024 * 1024;
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
                return (await SendAsync(file, "a.txt")).StatusCode;
            })
            .ToList();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(arrived.IsSet), TestContext.Current.CancellationToken);
        // What has come through is more than what may be kept.
        ((long)Lines * Half).ShouldBeGreaterThan(2 * Most);
        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(Most);
        (await shared.Teacher.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        lines.ShouldAllBe(line => !line.IsCompleted);
        goesOn.SetResult();

        (await Task.WhenAll(lines)).ShouldAllBe(status => status == HttpStatusCode.Accepted);
    }

    [Theory, Trait("Scenario", "P-20")]
    [InlineData("EMPTY_CONTENT")]
    [InlineData("DUPLICATE_FILE")]
    public async Task A_refused_file_comes_back_with_its_reason(string code)
    {
        shared.Portal.Others.On(
            HttpMethod.Put,
            Route,
            _ =>
                FakeHttp.Json(
                    new { Code = "VALIDATION_ERROR", Errors = new Dictionary<string, string[]> { ["file"] = [code] } },
                    HttpStatusCode.UnprocessableEntity
                )
        );

        using var file = new StringContent("");
        var seen = await PutAsync(file, "a.txt");

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Text.ShouldBe($"{{\"code\":\"{code}\"}}");
    }

    [Theory, Trait("Scenario", "S-628")]
    [InlineData(HttpStatusCode.Conflict, "BATCH_LOCKED", HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE", HttpStatusCode.ServiceUnavailable)]
    public async Task What_File_Intake_cannot_take_now_is_said_by_its_status(HttpStatusCode answer, string code, HttpStatusCode expected)
    {
        shared.Portal.Others.On(HttpMethod.Put, Route, _ => FakeHttp.Json(new { Code = code }, answer));

        using var file = new StringContent("The day we moved");

        (await PutAsync(file, "a.txt")).StatusCode.ShouldBe(expected);
    }

    [Fact, Trait("Scenario", "S-627")]
    public async Task When_all_are_sent_they_are_told_of_together()
    {
        string? sent = null;
        shared.Portal.Others.On(
            HttpMethod.Post,
            $"/v1/files/batch/{Neighbourhood.BatchId}/uploaded",
            async request =>
            {
                sent = await request.Content!.ReadAsStringAsync();
                return FakeHttp.Json(new { Accepted = 3, Refused = 1 });
            }
        );
        await shared.Teacher.GetAsync("/me");

        var seen = await shared.Teacher.PostAsync($"/batches/{Neighbourhood.BatchId}/uploaded", ("session", $"{Session}"));

        sent.ShouldBe($"{{\"session\":\"{Session}\"}}");
        seen.Text.ShouldBe("{\"accepted\":3,\"refused\":1}");
    }

    [Fact, Trait("Scenario", "P-20")]
    public async Task More_files_than_a_batch_takes_are_said_before_any_is_sent()
    {
        Neighbourhood.Open(shared.Portal.Others, shared.Portal.Service.Clock.GetUtcNow());
        shared.Portal.Others.On(
            HttpMethod.Post,
            "/v1/batches/register",
            _ =>
                FakeHttp.Json(
                    new
                    {
                        Code = "VALIDATION_ERROR",
                        Errors = new Dictionary<string, string[]> { ["expected_essay_count"] = ["1 to 100"] },
                    },
                    HttpStatusCode.BadRequest
                )
        );
        await shared.Teacher.GetAsync("/batches/new");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["__token"] = shared.Teacher.Token,
                ["class"] = $"{Neighbourhood.ClassId}",
                ["count"] = "101",
                ["key"] = "k",
            }
        );

        var seen = await shared.Teacher.SendAsync(
            HttpMethod.Post,
            "/batches",
            form,
            headers =>
            {
                headers.Accept.Clear();
                headers.Accept.ParseAdd("application/json");
            }
        );

        seen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        seen.Text.ShouldBe("{\"messages\":[\"That is more than a batch may have.\"]}");
    }

    async Task<Seen> PutAsync(HttpContent file, string name)
    {
        await shared.Teacher.GetAsync("/me");
        return await SendAsync(file, name);
    }

    async Task<Seen> SendAsync(HttpContent file, string name) =>
        await shared.Teacher.SendAsync(
            HttpMethod.Put,
            $"/batches/{Neighbourhood.BatchId}/files/{PageRoutesTable.Id}?session={Session}",
            file,
            headers =>
            {
                headers.Add("X-Antiforgery", shared.Teacher.Token);
                headers.Add("X-File-Name", Uri.EscapeDataString(name));
            }
        );

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
