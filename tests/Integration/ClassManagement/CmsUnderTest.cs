using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Phase1.ClassManagement;
using Phase1.ClassManagement.Deadlines;
using Phase1.ClassManagement.Students;
using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ClassManagement;

/// <summary>CMS alone, with a teacher who uses it over HTTP and records fed as ELS, NLP and BOS would.</summary>
sealed class CmsUnderTest(ServiceUnderTest service) : IAsyncDisposable
{
    internal const string TeacherId = "teacher-1";

    internal ServiceUnderTest Service => service;

    internal HttpClient Teacher { get; } = service.As(TeacherId, "teacher", "school-1");

    internal HttpClient Stranger { get; } = service.As("teacher-2", "teacher");

    internal static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<CmsUnderTest> StartAsync(Action<WebApplicationBuilder>? configure = null) =>
        new(await ServiceUnderTest.StartAsync(() => new ClassManagementService(), configure));

    internal async Task<SchoolClassUnderTest> ClassAsync(int students, string course = "SV2", HttpClient? teacher = null)
    {
        teacher ??= Teacher;
        var created = await PostAsync(teacher, "/v1/classes", new { name = "9A", course_codes = new[] { course } }, HttpStatusCode.Created);
        var id = created.GetProperty("id").GetGuid();
        var ids = new List<Guid>();
        for (var i = 1; i <= students; i++)
        {
            ids.Add(await StudentAsync(id, $"First{i}", $"Last{i}", teacher: teacher));
        }
        return new SchoolClassUnderTest(id, WireEnum.Parse<CourseCode>(course), ids);
    }

    internal async Task<Guid> StudentAsync(Guid classId, string first, string last, string? email = null, HttpClient? teacher = null)
    {
        var body = new
        {
            person_name = new { first_name = first, last_name = last },
            email,
            class_ids = new[] { classId },
        };
        var created = await PostAsync(teacher ?? Teacher, "/v1/classes/students", body, HttpStatusCode.Created);
        return created.GetProperty("student_id").GetGuid();
    }

    /// <summary>A batch of the class, registered by the teacher under its own correlation id, that CMS has not heard of.</summary>
    internal SetUnderTest Batch(SchoolClassUnderTest schoolClass, int essays) =>
        new(this, schoolClass, service.NewId(), service.NewId(), [.. Enumerable.Range(0, essays).Select(_ => service.NewId())]);

    internal static async Task<JsonElement> PostAsync(
        HttpClient caller,
        string path,
        object body,
        HttpStatusCode expected = HttpStatusCode.OK
    ) => await ReadAsync(await caller.PostAsJsonAsync(path, body, Token), expected);

    internal static async Task<JsonElement> PutAsync(
        HttpClient caller,
        string path,
        object body,
        HttpStatusCode expected = HttpStatusCode.OK
    ) => await ReadAsync(await caller.PutAsJsonAsync(path, body, Token), expected);

    internal static async Task<JsonElement> GetAsync(HttpClient caller, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await caller.GetAsync(path, Token), expected);

    internal static async Task<JsonElement> DeleteAsync(
        HttpClient caller,
        string path,
        HttpStatusCode expected = HttpStatusCode.NoContent
    ) => await ReadAsync(await caller.DeleteAsync(path, Token), expected);

    internal async Task<T> ScalarAsync<T>(string sql, params object[] parameters)
    {
        await using var command = service.Db.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        }
        var value = await command.ExecuteScalarAsync(Token);
        return value is null or DBNull ? default! : (T)value;
    }

    internal Task<long> CountAsync(string table, Guid batchId) =>
        ScalarAsync<long>($"select count(*) from {table} where batch_id = $1", batchId);

    /// <summary>Moves the clock and lets the monitor finish everything that is due then, but for a set that it cannot finish.</summary>
    internal async Task AdvanceAsync(TimeSpan time, Guid? broken = null)
    {
        service.Advance(time);
        await SettleAsync(broken);
    }

    internal async Task SettleAsync(Guid? broken = null)
    {
        do
        {
            await TickAsync();
        } while (await DueAsync(broken) > 0);
        await service.DrainAsync();
    }

    internal async Task EraseAsync()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClassManagementDbContext>();
        await StudentErasure.EraseAsync(db, service.Clock.GetUtcNow(), Token);
    }

    internal Task TickAsync() => Hosted<DeadlineMonitor>().TickAsync(Token);

    public ValueTask DisposeAsync()
    {
        Teacher.Dispose();
        Stranger.Dispose();
        return service.DisposeAsync();
    }

    T Hosted<T>() => service.Services.GetServices<IHostedService>().OfType<T>().Single();

    /// <summary>Counts what is due; the lock waits for whatever the service's own loop is doing with it.</summary>
    Task<long> DueAsync(Guid? broken) =>
        ScalarAsync<long>(
            """
            select count(*) from (
                select from association_sets where state = 'open' and next_due_at <= $1 and batch_id <> $2 for update) due
            """,
            service.Clock.GetUtcNow(),
            broken ?? Guid.Empty
        );

    static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(Token);
        response.StatusCode.ShouldBe(expected, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}

sealed record SchoolClassUnderTest(Guid Id, CourseCode Course, IReadOnlyList<Guid> Students);
