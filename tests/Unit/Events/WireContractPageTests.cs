using System.Reflection;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Events;

/// <summary>docs/wire-contract.md says what the code does.</summary>
public sealed class WireContractPageTests
{
    static readonly string Page = File.ReadAllText(Repository.PathOf("docs/wire-contract.md"));

    // Topic, what it carries, the field that is the key.
    static readonly string[][] Rows =
    [
        .. Page.Split('\n')
            .Where(line => line.StartsWith("| [`huleedu.", StringComparison.Ordinal))
            .Select(line => line.Split('|', TrimEach)),
    ];

    const StringSplitOptions TrimEach = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Fact]
    public void Every_topic_has_one_row_in_the_order_of_the_catalogue() =>
        Rows.Select(row => row[0]).ShouldBe(Topics.All.Select(topic => $"[`{topic}`](schemas/{topic}.json)"));

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void The_row_names_the_fact_and_its_key(string topic)
    {
        var row = Rows.Single(row => row[0].StartsWith($"[`{topic}`]", StringComparison.Ordinal));

        row[1].Split(' ')[0].ShouldBe(Topics.TypeOf(topic)!.Name);
        var golden = JsonNode.Parse(File.ReadAllText(Path.Combine(GoldenTests.Folder, topic + ".json")))!;
        var field = row[2].Split('`')[1];
        golden["data"]![field]!.GetValue<string>().ShouldBe(golden["metadata"]!["partition_key"]!.GetValue<string>());
    }

    [Fact]
    public void Every_code_and_limit_stands_there()
    {
        var codes = typeof(ViolationCodes).GetFields(BindingFlags.Public | BindingFlags.Static);
        codes.ShouldNotBeEmpty();
        foreach (var code in codes)
        {
            Page.ShouldContain($"| `{code.GetRawConstantValue()}` |");
        }
        Page.ShouldContain($"at most {EnvelopeLimits.MaxBytes >> 20} MiB a record, {EnvelopeLimits.MaxDepth} levels");
        Page.ShouldContain($"{EnvelopeLimits.MaxEssays} essays a batch");
        Page.ShouldContain($"number of partitions ({Topics.DefaultPartitions},");
    }

    [Fact]
    public void Every_field_of_the_envelope_has_a_row()
    {
        foreach (var (field, _) in EventSchemas.Of(Topics.BatchEssaysReady)["properties"]!.AsObject())
        {
            Page.ShouldContain($"| `{field}` |");
        }
    }
}
