using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Records;
using Phase1.Tests.Infrastructure.Schemas;

namespace Phase1.Unit.Tests.Events;

/// <summary>Every golden example, and every one that is broken in one place: schema and reader say the same of it.</summary>
[Trait("Scenario", "S-712")]
public sealed class SchemaAgreementTests
{
    // Rules that hold between two fields, or between the entries of a list: there is no keyword for them.
    static readonly string[] BeyondSchemas = ["none while it is open", "as many as", "at most as many as", "distinct essay_id", "levels"];

    // Where a bad value is left out or refused alone, since no batch may stall for it. Producers are told the rule all the same.
    static readonly string[] ReadLeniently = ["$.metadata.", ".suggestions", ".confidence_scores"];

    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void The_golden_example_is_valid(string topic) => SchemaValidator.Faults(SchemaFiles.Of(topic), Golden(topic)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void A_field_that_is_left_out_or_called_otherwise_is_refused(string topic)
    {
        var schema = SchemaFiles.Of(topic);
        var payload = schema["properties"]!["data"]!["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToList();
        payload.ShouldBe(FactTopics.Find(topic)!.Payload.Properties.Where(p => p.IsRequired).Select(p => p.Name), ignoreOrder: true);
        foreach (var field in payload)
        {
            var renamed = Golden(topic);
            var data = renamed["data"]!.AsObject();
            data[field + "s"] = data[field]!.DeepClone();
            data.Remove(field);

            SchemaValidator.Faults(schema, renamed).ShouldBe(["$.data: required"]);
            Refusal(topic, renamed).ShouldNotBeNull(field);
        }
        foreach (var field in new[] { "event_id", "event_type", "event_timestamp", "source_service", "correlation_id", "data" })
        {
            var without = Golden(topic);
            without.AsObject().Remove(field);

            SchemaValidator.Faults(schema, without).ShouldBe(["$: required"]);
            Refusal(topic, without).ShouldNotBeNull(field);
        }
    }

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void A_value_of_another_type_or_range_is_refused_by_both_or_by_neither(string topic)
    {
        var schema = SchemaFiles.Of(topic);
        var refused = 0;
        foreach (var (path, broken) in Mutations.Of(Golden(topic)))
        {
            var faults = SchemaValidator.Faults(schema, broken);
            var refusal = Refusal(topic, broken);
            var what = $"{path} in {broken.ToJsonString()}: {string.Join(", ", faults)} against {refusal ?? "accepted"}";
            if (refusal is null)
            {
                (faults.Count == 0 || ReadLeniently.Any(path.Contains)).ShouldBeTrue(what);
            }
            else
            {
                // Within objects of free shape the description of the schema alone tells it.
                var isFree =
                    refusal.EndsWith("U+0000", StringComparison.Ordinal) && SchemaInstances.At(schema, path) is null or { Count: 0 };
                (faults.Count > 0 || isFree || BeyondSchemas.Any(refusal.Contains)).ShouldBeTrue(what);
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(50);
    }

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void What_stands_at_a_border_of_the_schema_is_read(string topic)
    {
        var schema = SchemaFiles.Of(topic);
        var (read, disagreements) = (0, new List<string>());
        foreach (var (place, value, record) in SchemaInstances.Of(schema, Golden(topic)))
        {
            var what = $"{place} = {value[..Math.Min(value.Length, 60)]}";
            SchemaValidator.Faults(schema, JsonNode.Parse(record)).ShouldBeEmpty(what);
            if (Refusal(topic, record) is not { } refusal)
            {
                read++;
            }
            else if (!BeyondSchemas.Any(refusal.Contains))
            {
                disagreements.Add($"{what}: {refusal}");
            }
        }
        disagreements.ShouldBeEmpty();
        read.ShouldBeGreaterThan(10);
    }

    [Theory]
    [MemberData(nameof(ContractTests.Broken), MemberType = typeof(ContractTests))]
    public void What_breaks_a_rule_of_the_contract_breaks_the_schema(string topic, string field, string value)
    {
        var broken = Golden(topic);
        broken["data"]![field] = JsonNode.Parse(value);

        var beyond = BeyondSchemas.Any(Refusal(topic, broken)!.Contains);
        (SchemaValidator.Faults(SchemaFiles.Of(topic), broken).Count > 0).ShouldBe(!beyond);
    }

    [Fact]
    public void Fields_that_the_schema_does_not_name_are_allowed()
    {
        var extended = Golden(Topics.BatchEssaysReady);
        extended["new_field"] = 1;
        extended["data"]!["new_field"] = new JsonArray(1);
        extended["data"]!["ready_essays"]![0]!["new_field"] = "x";

        SchemaValidator.Faults(SchemaFiles.Of(Topics.BatchEssaysReady), extended).ShouldBeEmpty();
    }

    static JsonNode Golden(string topic) => JsonNode.Parse(GoldenTests.Read(topic))!;

    static string? Refusal(string topic, JsonNode record) => Refusal(topic, record.ToJsonString());

    static string? Refusal(string topic, string record)
    {
        try
        {
            var (header, _) = EnvelopeSerializer.Read(System.Text.Encoding.UTF8.GetBytes(record), topic);
            // The engine asks this before it hands a record on.
            return Topics.MayProduce(topic, header.SourceService) ? null : ViolationCodes.ProducerNotAllowed;
        }
        catch (ContractViolationException violation)
        {
            return violation.Reason;
        }
    }
}
