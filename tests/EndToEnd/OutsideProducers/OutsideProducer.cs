using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Schemas;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

/// <summary>Somebody else's file service: it stores texts over HTTP and tells of them with kcat. It knows the contract's words, not our types.</summary>
sealed class OutsideProducer(Phase1TestContext context, Kcat kcat)
{
    public const string ContentProvisioned = "huleedu.file.essay.content.provisioned.v1";
    public const string StatusChanged = "huleedu.batch.status.changed.v1";
    public const string EssaysReady = "huleedu.els.batch.essays.ready.v1";
    public const string Suggested = "huleedu.batch.author.matches.suggested.v1";

    public Phase1TestContext Context => context;

    public Kcat Kcat => kcat;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A record for each student's text.</summary>
    public async Task<IReadOnlyList<JsonObject>> ContentsAsync(TestBatch batch)
    {
        var records = new List<JsonObject>();
        foreach (var student in batch.Students)
        {
            records.Add(Content(batch, await StoreAsync(Phase1TestContext.TextBy(student))));
        }
        return records;
    }

    public JsonObject Content(TestBatch batch, string storageId)
    {
        var now = context.Suite.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");
        return new()
        {
            ["event_id"] = context.NewId().ToString(),
            ["event_type"] = ContentProvisioned,
            ["event_timestamp"] = now,
            ["source_service"] = "somebody_elses_file_service",
            ["schema_version"] = 1,
            ["correlation_id"] = batch.CorrelationId.ToString(),
            ["metadata"] = new JsonObject { ["user_id"] = batch.Teacher, ["org_id"] = SuiteUnderTest.School },
            ["data"] = new JsonObject
            {
                ["entity_id"] = batch.Id.ToString(),
                ["file_upload_id"] = context.NewId().ToString(),
                ["original_file_name"] = "uppsats.txt",
                ["raw_file_storage_id"] = $"raw/{storageId}",
                ["text_storage_id"] = storageId,
                ["file_size_bytes"] = 1200,
                ["correlation_id"] = batch.CorrelationId.ToString(),
                ["timestamp"] = now,
            },
        };
    }

    /// <summary>Sends records about a batch, each of which is what the schema asks for.</summary>
    public async Task SendAsync(TestBatch batch, IReadOnlyList<JsonObject> contents)
    {
        foreach (var record in contents)
        {
            SchemaValidator.Faults(SchemaFiles.Of(ContentProvisioned), record).ShouldBeEmpty();
        }
        await kcat.ProduceAsync(ContentProvisioned, batch.Id.ToString(), contents);
    }

    /// <summary>What the suite has told of a batch on a topic: each record is what its schema says.</summary>
    public async Task<IReadOnlyList<JsonNode>> HeardAsync(string topic, TestBatch batch)
    {
        var records = await kcat.ReadAsync(topic, batch.Id.ToString());
        foreach (var (_, record) in records)
        {
            SchemaValidator.Faults(SchemaFiles.Of(topic), record).ShouldBeEmpty();
        }
        return [.. records.Select(read => read.Record)];
    }

    async Task<string> StoreAsync(string text)
    {
        using var client = context.Suite.Client(SuiteUnderTest.FileIntake);
        using var answer = await client.PostAsync("/v1/content", new StringContent(text, Encoding.UTF8, "text/plain"), Token);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("storage_id").GetString()!;
    }
}
