using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Phase1.FileIntake;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.FileIntake;

/// <summary>File Intake with a faked BOS and one batch that takes files.</summary>
sealed class IntakeHarness : IAsyncDisposable
{
    public const string Teacher = "teacher-1";

    IntakeHarness(ServiceUnderTest service)
    {
        Service = service;
        BatchId = service.NewId();
        Client = service.As(Teacher);
        AnswerIntake(acceptsUploads: true);
    }

    public ServiceUnderTest Service { get; }

    public Guid BatchId { get; }

    public HttpClient Client { get; private set; }

    public static async Task<IntakeHarness> StartAsync(Action<WebApplicationBuilder>? configure = null) =>
        new(await ServiceUnderTest.StartAsync(() => new FileIntakeService(), configure));

    public static byte[] Essay(string start) =>
        Encoding.UTF8.GetBytes($"{start}\n\nDet här är en text som är lång nog för att räknas som en uppsats.");

    /// <summary>What BOS says about the batch from now on.</summary>
    public void AnswerIntake(bool acceptsUploads) =>
        Service.Others.OnGet(
            $"/internal/v1/batches/{BatchId}/intake",
            new
            {
                AcceptsUploads = acceptsUploads,
                UserId = Teacher,
                ExpectedEssayCount = 30,
                Status = acceptsUploads ? "awaiting_content_validation" : "ready_for_pipeline_execution",
            }
        );

    public Task<HttpResponseMessage> UploadAsync(params (string Name, byte[] Content)[] files) =>
        PostAsync(Form([("batch_id", BatchId.ToString())], files));

    public Task<HttpResponseMessage> PostAsync(HttpContent form, HttpClient? client = null) =>
        (client ?? Client).PostAsync("/v1/files/batch", form, TestContext.Current.CancellationToken);

    public static MultipartFormDataContent Form((string Name, string Value)[] fields, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(part, "files", name);
        }
        return form;
    }

    /// <summary>Waits until no upload waits any more and everything recorded is on the log.</summary>
    public async Task SettleAsync()
    {
        await UntilAsync("select not exists (select from file_uploads where state = 'received')");
        await Service.DrainAsync();
    }

    /// <summary>Waits until the database says yes.</summary>
    public async Task UntilAsync(string question)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await QueryAsync<bool>(question))
        {
            if (TimeProvider.System.GetElapsedTime(began) > Eventually.Patience)
            {
                throw new TimeoutException($"The database never said yes to: {question}");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    public async Task<T> QueryAsync<T>(string sql)
    {
        await using var command = Service.Db.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Service.Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The rows of the state document, by file name.</summary>
    public async Task<Dictionary<string, JsonElement>> StateAsync()
    {
        var document = await Client.GetFromJsonAsync<JsonElement>(
            $"/v1/files/batch/{BatchId}/state",
            TestContext.Current.CancellationToken
        );
        return document.GetProperty("items").EnumerateArray().ToDictionary(item => item.GetProperty("file_name").GetString()!);
    }

    public async Task RestartAsync()
    {
        await Service.RestartAsync();
        Client.Dispose();
        Client = Service.As(Teacher);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}
