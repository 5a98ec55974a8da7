using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Load.Portal;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Portal;

/// <summary>
/// Processes are killed while a teacher's page uploads and decides: it sends again what was not answered, and nothing is there twice. The everyday
/// run kills one during an upload and one during a review; the whole one each service.
/// </summary>
public sealed class PortalKillTests
{
    const int AtOnce = 4;

    static readonly int Files = Repetitions.IsWhole ? 100 : 30;
    static readonly int Essays = Repetitions.IsWhole ? 30 : 12;

    static readonly SuiteService[] Victims =
    [
        SuiteService.Portal,
        SuiteService.FileIntake,
        SuiteService.ClassManagement,
        SuiteService.BatchOrchestrator,
        SuiteService.EssayLifecycle,
        SuiteService.Nlp,
    ];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "P-17")]
    public async Task Whoever_is_killed_in_the_middle_of_an_upload_or_a_review_costs_retries_alone()
    {
        await using var suite = await RunningSuite.StartAsync(null, 1, new Dictionary<string, string?>(), Token, withPortal: true);
        using var teacher = await Visitor.SignedInAsync(
            suite.AddressesOf(SuiteService.Portal).Single(),
            await PortalPeople.MakeAsync(suite, PortalScene.Teacher, Token),
            Token
        );
        var scene = await PortalScene.PrepareAsync(suite, Essays, TimeProvider.System, Token);

        foreach (var victim in Victims.Take(Repetitions.Of(Victims.Length)))
        {
            await UploadAsync(suite, teacher, victim);
        }
        await ReviewAsync(suite, teacher, scene);
    }

    static async Task UploadAsync(RunningSuite suite, Visitor teacher, SuiteService victim)
    {
        var batch = await RegisterAsync(suite);
        var files = Enumerable.Range(1, Files).Select(number => (Id: Guid.NewGuid(), Number: number)).ToList();
        var (next, arrived) = (-1, 0);
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync()));

        (await CountAsync(suite, SuiteService.FileIntake, "select count(*) from file_uploads where batch_id = $1", batch)).ShouldBe(
            Files,
            $"{victim} was killed"
        );

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var index && index < Files)
            {
                await UntilTakenAsync(() =>
                    teacher.SendAsync(
                        HttpMethod.Put,
                        $"/batches/{batch}/files/{files[index].Id}",
                        new StringContent($"The day we moved to the north ({files[index].Number}), and all that came after it\n"),
                        Token
                    )
                );
                if (Interlocked.Increment(ref arrived) == Files / 2)
                {
                    await KillAsync(suite, victim);
                }
            }
        }
    }

    static async Task ReviewAsync(RunningSuite suite, Visitor teacher, PortalScene scene)
    {
        SuiteService[] victims = [SuiteService.ClassManagement, SuiteService.Portal];
        var essays = await scene.EssaysAsync(teacher, Token);
        var killings = new Queue<(int After, SuiteService Victim)>(
            victims.Take(Repetitions.Of(victims.Length)).Select((victim, i) => ((i + 1) * 8, victim))
        );
        foreach (var (place, essay) in essays.SkipLast(1).Index())
        {
            var killed =
                killings.TryPeek(out var due) && due.After == place ? KillAsync(suite, killings.Dequeue().Victim) : Task.CompletedTask;
            var key = Guid.NewGuid().ToString();
            await UntilTakenAsync(() => teacher.DecideAsync(scene, essay, key, Token));
            await killed;
        }

        const string Decided = "select count(*) from associations where batch_id = $1 and association_version = 1";
        (await CountAsync(suite, SuiteService.ClassManagement, Decided, scene.BatchId)).ShouldBe(essays.Count - 1);
        const string Changes =
            "select count(*) from association_changes where essay_id in (select essay_id from associations where batch_id = $1)";
        (await CountAsync(suite, SuiteService.ClassManagement, Changes, scene.BatchId)).ShouldBe(essays.Count - 1);
    }

    // A page tries again what was not answered, and what could not be done just now.
    static Task UntilTakenAsync(Func<Task<HttpStatusCode>> send) =>
        Eventually.BecomesTrueAsync(
            async () =>
            {
                try
                {
                    return await send() is HttpStatusCode.OK or HttpStatusCode.Accepted;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            Token
        );

    static async Task KillAsync(RunningSuite suite, SuiteService victim)
    {
        var process = suite.Processes.Single(process => process.Name == $"{victim}");
        await process.KillAsync();
        process.Start();
    }

    static async Task<Guid> RegisterAsync(RunningSuite suite)
    {
        using var client = new HttpClient { BaseAddress = new Uri(suite.AddressesOf(SuiteService.BatchOrchestrator).Single()) };
        client.DefaultRequestHeaders.Add("X-Internal-API-Key", "phase1-development-key");
        client.DefaultRequestHeaders.Add("X-Service-ID", "test");
        client.DefaultRequestHeaders.Add("X-User-ID", PortalScene.Teacher);
        using var answer = await client.PostAsJsonAsync(
            "/v1/batches/register",
            new { expected_essay_count = Files, course_code = "ENG6" },
            Token
        );
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("batch_id").GetGuid();
    }

    static async Task<long> CountAsync(RunningSuite suite, SuiteService service, string query, Guid batchId)
    {
        await using var command = suite.Database(service).CreateCommand(query);
        command.Parameters.Add(new() { Value = batchId });
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
