using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

/// <summary>
/// An upload whose sender has said which batch it is for, has begun the first file, and goes no further: an answer to it cannot have waited for the files.
/// </summary>
sealed class UnfinishedUpload : IDisposable
{
    const string Boundary = "----unfinished";

    readonly TcpClient _connection = new();

    UnfinishedUpload() { }

    public static async Task<UnfinishedUpload> BeginAsync(IntakeHarness intake, string teacher, string? key)
    {
        var upload = new UnfinishedUpload();
        var address = intake.Client.BaseAddress!;
        await upload._connection.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        string[] lines =
        [
            "POST /v1/files/batch HTTP/1.1",
            $"Host: {address.Authority}",
            "X-Internal-API-Key: phase1-development-key",
            "X-Service-ID: integration-test",
            $"X-User-ID: {teacher}",
            .. key is null ? Array.Empty<string>() : [$"Idempotency-Key: {key}"],
            $"Content-Type: multipart/form-data; boundary={Boundary}",
            "Content-Length: 1000000",
            "",
            $"--{Boundary}",
            "Content-Disposition: form-data; name=\"batch_id\"",
            "",
            $"{intake.BatchId}",
            $"--{Boundary}",
            "Content-Disposition: form-data; name=\"files\"; filename=\"a.txt\"",
            "",
            "It begins",
        ];
        await upload
            ._connection.GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", lines)), TestContext.Current.CancellationToken);
        return upload;
    }

    /// <summary>The status of the answer.</summary>
    public async Task<HttpStatusCode> StatusAsync()
    {
        using var reader = new StreamReader(_connection.GetStream(), leaveOpen: true);
        var line = await reader
            .ReadLineAsync(TestContext.Current.CancellationToken)
            .AsTask()
            .WaitAsync(Eventually.Patience, TimeProvider.System, TestContext.Current.CancellationToken);
        return (HttpStatusCode)int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _connection.Dispose();
}
