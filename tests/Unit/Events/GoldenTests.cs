using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

public sealed class GoldenTests
{
    internal static string Folder { get; } = Path.Combine(Source(), "golden");

    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    [Trait("Scenario", "S-712")]
    public async Task A_fact_is_written_as_its_golden_example_says(string topic)
    {
        var written = EnvelopeSerializer.Write(Fact(topic), Examples.StampOf(Fact(topic)));

        var golden = await File.ReadAllTextAsync(Path.Combine(Folder, topic + ".json"), TestContext.Current.CancellationToken);
        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(golden)).ShouldBeTrue(Encoding.UTF8.GetString(written));
    }

    [Theory]
    [MemberData(nameof(EveryTopic))]
    [Trait("Scenario", "S-712")]
    public async Task A_golden_example_is_read_as_the_fact_it_tells(string topic)
    {
        var golden = await File.ReadAllBytesAsync(Path.Combine(Folder, topic + ".json"), TestContext.Current.CancellationToken);

        var (header, fact) = EnvelopeSerializer.Read(golden, topic);

        fact.GetType().ShouldBe(Topics.TypeOf(topic));
        header.EventId.ShouldBe(Examples.Stamp.EventId);
        Topics.MayProduce(topic, header.SourceService).ShouldBeTrue();
        header.EventTimestamp.ShouldBe(Examples.Instant);
        header.CorrelationId.ShouldBe(Examples.Correlation);
        header.Metadata!["partition_key"].ShouldBe(fact.PartitionKey);
        Plain(fact).ShouldBe(Plain(Fact(topic)));
    }

    [Fact]
    public void Every_topic_has_one_golden_example_and_no_other_file_lies_there()
    {
        Directory.GetFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order().ShouldBe(Topics.All.Order());
    }

    internal static string Read(string topic) => File.ReadAllText(Path.Combine(Folder, topic + ".json"));

    static IFact Fact(string topic) => Examples.All.Single(fact => Topics.Of(fact) == topic);

    // Every property, ignored ones included, whatever kind of list holds the values.
    static string Plain(IFact fact) => JsonSerializer.Serialize(fact, fact.GetType());

    static string Source([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
