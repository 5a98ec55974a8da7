using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Outages;

/// <summary>
/// Each kind of failure at each step of a request that changes something, until there is no further step: the caller is told to try again, and
/// whoever does finds the work done once.
/// </summary>
[Trait("Scenario", "S-702")]
public sealed class Every_failure_of_the_database_in_a_request_passes
{
    // All kinds take minutes: the everyday run has the first, a session that is cut.
    static IEnumerable<WireFault> Kinds => WireFault.All.Take(Repetitions.Of(WireFault.All.Count));

    public static IEnumerable<TheoryDataRow<string, string>> EveryFault =>
        FaultyRequest.All.SelectMany(request => Kinds.Select(fault => new TheoryDataRow<string, string>(request.Name, fault.Name)));

    public static IEnumerable<TheoryDataRow<string>> EveryRequest =>
        FaultyRequest.All.Select(request => new TheoryDataRow<string>(request.Name));

    static CancellationToken Token => FaultyService.Token;

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task At_whatever_step(string name, string kind)
    {
        var request = FaultyRequest.All.Single(one => one.Name == name);
        var fault = WireFault.All.Single(one => one.Name == kind);
        await using var service = await FaultyService.StartAsync(request.Service, fault.IsSilent);
        using var client = service.Service.As("teacher-1");
        var undisturbed = await UndisturbedAsync(service, client, request);
        var account = new List<string>();
        var spoilt = 0;

        for (var step = 1; ; step++)
        {
            var id = service.Service.NewId();
            var (path, body) = await request.PrepareAsync(service, id);
            service.Arm(step, fault);
            using var first = await FaultyRequest.SendAsync(client, path, body(), id, Token);
            service.Wire.Disarm();
            if (!service.Wire.HasStruck && first.IsSuccessStatusCode)
            {
                step.ShouldBeGreaterThan(5, "a request that changes something has more steps");
                break;
            }
            if (!service.Wire.HasStruck)
            {
                // On a busy machine the one who is impatient may lose patience before the step.
                (++spoilt).ShouldBeLessThan(10, await first.Content.ReadAsStringAsync(Token));
                step--;
                continue;
            }
            account.AddRange(await JudgeAsync(first, $"step {step}"));
            account.AddRange(await RepeatAsync(service, client, path, body, id, $"step {step}, again"));
            var effects = await service.ReadAsync(request.Effects, id);
            account.AddRange(effects == undisturbed ? [] : [$"step {step}: {effects} instead of {undisturbed}"]);
        }

        account.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryRequest))]
    public async Task At_whatever_step_the_caller_goes_away(string name)
    {
        var request = FaultyRequest.All.Single(one => one.Name == name);
        await using var service = await FaultyService.StartAsync(request.Service, isImpatient: false);
        using var client = service.Service.As("teacher-1");
        var undisturbed = await UndisturbedAsync(service, client, request);
        var account = new List<string>();

        for (var step = 1; ; step++)
        {
            var id = service.Service.NewId();
            var (path, body) = await request.PrepareAsync(service, id);
            using var leaving = new CancellationTokenSource();
            service.Arm(step, WireFault.Pause(() => leaving.CancelAsync()));
            try
            {
                using var first = await FaultyRequest.SendAsync(client, path, body(), id, leaving.Token);
            }
            catch (OperationCanceledException)
            {
                // The caller's own doing.
            }
            service.Wire.Disarm();
            if (!service.Wire.HasStruck)
            {
                break;
            }
            account.AddRange(await RepeatAsync(service, client, path, body, id, $"step {step}, again"));
            var effects = await service.ReadAsync(request.Effects, id);
            account.AddRange(effects == undisturbed ? [] : [$"step {step}: {effects} instead of {undisturbed}"]);
        }

        account.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(EveryRequest))]
    public async Task When_all_connections_but_some_are_taken(string name)
    {
        var request = FaultyRequest.All.Single(one => one.Name == name);
        await using var service = await FaultyService.StartAsync(request.Service, isImpatient: true);
        using var client = service.Service.As("teacher-1");
        var undisturbed = await UndisturbedAsync(service, client, request);
        var pool = service.Service.Services.GetRequiredService<NpgsqlDataSource>();
        var most = new NpgsqlConnectionStringBuilder(pool.ConnectionString).MaxPoolSize;
        var account = new List<string>();

        foreach (var free in new[] { 0, 1 })
        {
            var id = service.Service.NewId();
            var (path, body) = await request.PrepareAsync(service, id);
            var taken = await Task.WhenAll(Enumerable.Range(0, most - free).Select(_ => pool.OpenConnectionAsync(Token).AsTask()));
            using var first = await FaultyRequest.SendAsync(client, path, body(), id, Token);
            account.AddRange(await JudgeAsync(first, $"{free} free"));
            first.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            foreach (var connection in taken)
            {
                await connection.DisposeAsync();
            }
            account.AddRange(await RepeatAsync(service, client, path, body, id, $"{free} free, again"));
            (await service.ReadAsync(request.Effects, id)).ShouldBe(undisturbed);
        }

        account.ShouldBeEmpty();
    }

    static async Task<string> UndisturbedAsync(FaultyService service, HttpClient client, FaultyRequest request)
    {
        var id = service.Service.NewId();
        var (path, body) = await request.PrepareAsync(service, id);
        using var answer = await FaultyRequest.SendAsync(client, path, body(), id, Token);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Token));
        return await service.ReadAsync(request.Effects, id);
    }

    /// <summary>What is wrong with the answer of a request that met the fault.</summary>
    static async Task<IEnumerable<string>> JudgeAsync(HttpResponseMessage answer, string where) =>
        answer.IsSuccessStatusCode || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null)
            ? []
            : [$"{where}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}"];

    /// <summary>Repeats it as a caller does who was told to: it is answered, or was carried out and its answer lost.</summary>
    static async Task<IEnumerable<string>> RepeatAsync(
        FaultyService service,
        HttpClient client,
        string path,
        Func<HttpContent> body,
        Guid id,
        string where
    )
    {
        HttpResponseMessage answer;
        var attempts = 0;
        // A busy machine may need more than the second that is waited for an answer.
        do
        {
            answer = await FaultyRequest.SendAsync(client, path, body(), id, Token);
        } while (answer.StatusCode == HttpStatusCode.ServiceUnavailable && ++attempts < 5);
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(Token);
            var isFine =
                answer.IsSuccessStatusCode
                || (
                    answer.StatusCode == HttpStatusCode.Conflict
                    && JsonSerializer.Deserialize<JsonElement>(text).GetProperty("code").GetString() == "INVALID_STATE"
                );
            return isFine ? [] : [$"{where}: {(int)answer.StatusCode} {text}"];
        }
    }
}
