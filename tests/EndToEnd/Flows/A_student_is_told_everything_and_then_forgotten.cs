using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Privacy;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>One student of a class asks for everything, and then to be forgotten, of all services at once. A suite of its own: it moves the clock by days.</summary>
public sealed class A_student_is_told_everything_and_then_forgotten
{
    static readonly string[] Holders =
    [
        SuiteUnderTest.BatchOrchestrator,
        SuiteUnderTest.EssayLifecycle,
        SuiteUnderTest.Nlp,
        SuiteUnderTest.ClassManagement,
        SuiteUnderTest.FileIntake,
    ];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "TC-E2E07")]
    [Trait("Scenario", "TC-E2E08")]
    public async Task From_the_request_to_the_package_and_from_the_request_to_the_proof()
    {
        await using var suite = await SuiteUnderTest.StartAsync();
        var context = new Phase1TestContext(suite);
        var batch = await ReadyAsync(context);
        var (student, others) = (batch.Students[0], batch.Students.Skip(1).ToList());
        await using var queue = await TicketQueue.StartAsync(suite, processes: 1, TestSettings.WithoutModels);
        using var officer = queue.Client("officer-1", "privacy-officer");
        var mark = student.Id.ToString("N");
        var before = await SnapshotsAsync(suite);

        var access = await OpenAsync(context, officer, "DSAR_ACCESS", student.Id);
        await DecideAsync(context, officer, access, "approval", new { decision = "approve" });
        await AtAsync(context, officer, access, "delivery");
        var package = await PackageAsync(officer, access);
        package.Keys.Select(name => name.Split('/')[0]).Intersect(Services()).ShouldBe(Services(), ignoreOrder: true);
        var all = string.Concat(package.Values);
        all.ShouldContain($"({mark})");
        others.ShouldNotBeEmpty();
        foreach (var other in others)
        {
            all.ShouldNotContain(other.Id.ToString());
            all.ShouldNotContain($"({other.Id:N})");
        }
        await DecideAsync(context, officer, access, "delivery", new { decision = "delivered" });

        var deletion = await OpenAsync(context, officer, "DSAR_DELETE", student.Id);
        await DecideAsync(context, officer, deletion, "approval", new { decision = "approve" });
        await AtAsync(context, officer, deletion, "proof");
        await context.AdvanceTimeAsync(TimeSpan.FromDays(8));
        var ended = await WaitAsync(context, officer, deletion, ticket => (string?)ticket["status"] == "completed");

        ((string?)ended["outcome"]).ShouldBe("erased");
        var after = await SnapshotsAsync(suite);
        after.SelectMany(snapshot => snapshot.TablesWith($"({mark})")).ShouldBeEmpty("the text");
        after.SelectMany(snapshot => snapshot.TablesWith(student.Id.ToString())).ShouldBe(["students"], "the id, that stands for nobody");
        string[] marks = [student.Id.ToString(), mark, .. await EssayIdsAsync(suite, batch, student.Id, before)];
        before
            .Zip(after)
            .SelectMany(pair => pair.First.ChangedIn(pair.Second))
            .Where(changed =>
                changed.Table is not ("classes" or "association_sets") && !marks.Any(one => TableSnapshot.Holds(changed.Row, one))
            )
            .ShouldBeEmpty("rows of others");
        (await context.HistoryAsync(batch))[^1].ShouldBe("ready_for_pipeline_execution");
    }

    static async Task<TestBatch> ReadyAsync(Phase1TestContext context)
    {
        var batch = await context.CreateBatchAsync(BatchKind.Regular, CourseCode.Sv2, 3);
        await context.WaitForSuggestionsAsync(batch);
        await context.AcceptAllAsync(batch);
        await context.WaitForStateAsync(batch, BatchStatus.ReadyForPipelineExecution);
        await context.Suite.DrainAsync();
        return batch;
    }

    static string[] Services() =>
        [
            ServiceNames.BatchOrchestrator,
            ServiceNames.EssayLifecycle,
            ServiceNames.Nlp,
            ServiceNames.ClassManagement,
            ServiceNames.FileIntake,
        ];

    static async Task<IReadOnlyList<TableSnapshot>> SnapshotsAsync(SuiteUnderTest suite)
    {
        List<TableSnapshot> snapshots = [];
        foreach (var holder in Holders)
        {
            snapshots.Add(await TableSnapshot.TakeAsync(suite.Database(holder)));
        }
        return snapshots;
    }

    // Essay, upload and text of the student, by whose ids rows are known that hold no other.
    static async Task<IReadOnlyList<string>> EssayIdsAsync(
        SuiteUnderTest suite,
        TestBatch batch,
        Guid student,
        IReadOnlyList<TableSnapshot> before
    )
    {
        before[1].TablesWith(student.ToString()).ShouldContain("essays");
        await using var select = suite
            .Database(SuiteUnderTest.EssayLifecycle)
            .CreateCommand(
                "select essay_id::text, file_upload_id::text, text_storage_id from essays where batch_id = $1 and erased_at is not null"
            );
        select.Parameters.Add(new() { Value = batch.Id });
        await using var row = await select.ExecuteReaderAsync(Token);
        (await row.ReadAsync(Token)).ShouldBeTrue();
        var upload = row.GetString(1);
        string[] ids = [row.GetString(0), upload, row.GetString(2)];
        await using var raw = suite
            .Database(SuiteUnderTest.FileIntake)
            .CreateCommand($"select raw_storage_id from file_uploads where file_upload_id = '{upload}'");
        return [.. ids, ((string)(await raw.ExecuteScalarAsync(Token))!).Trim()];
    }

    static async Task<string> OpenAsync(Phase1TestContext context, HttpClient officer, string sop, Guid student)
    {
        using var posted = await officer.PostAsJsonAsync("/v1/tickets", new { sop, email = "guardian@example.com" }, Token);
        posted.EnsureSuccessStatusCode();
        var address = posted.Headers.Location!.ToString();
        var body = new { decision = "identified", data = new { student_ids = new[] { student } } };
        await DecideAsync(context, officer, address, "identity", body);
        return address;
    }

    static async Task DecideAsync(Phase1TestContext context, HttpClient officer, string address, string stage, object decision)
    {
        await AtAsync(context, officer, address, stage);
        using var decided = await officer.PostAsJsonAsync($"{address}/decision", decision, Token);
        decided.IsSuccessStatusCode.ShouldBeTrue(await decided.Content.ReadAsStringAsync(Token));
    }

    static Task<JsonNode> AtAsync(Phase1TestContext context, HttpClient officer, string address, string stage) =>
        WaitAsync(
            context,
            officer,
            address,
            ticket =>
                (string?)ticket["status"] == "deferred"
                && ticket["stages"]!.AsArray().Any(one => (string?)one!["name"] == stage && (bool)one["is_current"]!)
        );

    static async Task<JsonNode> WaitAsync(Phase1TestContext context, HttpClient officer, string address, Func<JsonNode, bool> condition)
    {
        JsonNode? ticket = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await context.FlowAsync();
                return condition(ticket = (await officer.GetFromJsonAsync<JsonObject>(address, Token))!);
            },
            Token
        );
        return ticket!;
    }

    static async Task<Dictionary<string, string>> PackageAsync(HttpClient officer, string address)
    {
        using var body = new MemoryStream(await officer.GetByteArrayAsync($"{address}/package", Token));
        await using var zip = new ZipArchive(body);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(Token), Encoding.UTF8);
            files[entry.FullName] = await text.ReadToEndAsync(Token);
        }
        return files;
    }
}
