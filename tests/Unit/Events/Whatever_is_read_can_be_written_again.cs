using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Records;

namespace Phase1.Unit.Tests.Events;

/// <summary>A record that is read and cannot be written again is retried and holds its batch for ever. So it is refused where it is read.</summary>
[Trait("Scenario", "S-712")]
public sealed class Whatever_is_read_can_be_written_again
{
    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void Every_hostile_value_in_every_field_is_refused_or_comes_back_the_same(string topic)
    {
        var (taken, lost) = (0, new List<string>());
        foreach (var (place, value, record) in HostileValues.In(JsonNode.Parse(GoldenTests.Read(topic))!))
        {
            if (Read(record, topic) is not { } first)
            {
                continue;
            }
            taken++;
            if (Fault(first, topic) is { } fault)
            {
                lost.Add($"{place} = {value[..Math.Min(value.Length, 60)]}: {fault}");
            }
        }
        lost.ShouldBeEmpty();
        taken.ShouldBeGreaterThan(20);
    }

    [Theory]
    [InlineData("data.validation_error_detail.timestamp", "0001-01-01T00:00:00Z")]
    [InlineData("data.timestamp", "9999-12-31T23:59:59Z")]
    [InlineData("event_timestamp", "0001-01-01T00:00:00Z")]
    [InlineData("data.original_file_name", "a\0b")]
    [InlineData("data.validation_error_detail.message", "\0")]
    [InlineData("metadata.user_id", "teacher\r\n")]
    public void What_is_refused_is_refused_by_its_own_name(string field, string value)
    {
        var record = JsonNode.Parse(GoldenTests.Read(Topics.EssayValidationFailed))!;
        var owner = field.Split('.')[..^1].Aggregate(record, (node, name) => node[name]!);
        owner[field.Split('.')[^1]] = value;

        var refused = Should.Throw<ContractViolationException>(() =>
            EnvelopeSerializer.Read(Encoding.UTF8.GetBytes(record.ToJsonString()), Topics.EssayValidationFailed)
        );

        refused.ReasonCode.ShouldBe(ViolationCodes.InvalidValue);
        refused.Reason.ShouldStartWith(field.StartsWith("metadata", StringComparison.Ordinal) ? "metadata" : $"{field}: ");
    }

    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2016-12-31T18:59:60.5-05:00", "2017-01-01T00:00:00.5Z")]
    [InlineData("2026-03-02t08:15:30z", "2026-03-02T08:15:30Z")]
    [InlineData("2026-03-02T08:15:30.123456789Z", "2026-03-02T08:15:30.1234567Z")]
    [InlineData("2026-03-02T23:15:30+15:00", "2026-03-02T08:15:30Z")]
    [InlineData("1970-01-01T00:00:00+02:00", "1969-12-31T22:00:00Z")]
    public void An_instant_means_what_RFC_3339_says(string text, string utc)
    {
        Instants.TryRead(Encoding.UTF8.GetBytes(text), out var instant).ShouldBeTrue();

        instant.ShouldBe(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2016-12-31T22:59:60Z")]
    [InlineData("2016-12-31T23:59:61Z")]
    [InlineData("2026-02-29T00:00:00Z")]
    [InlineData("2026-03-02T24:00:00Z")]
    [InlineData("2026-03-02T08:15:30.Z")]
    [InlineData("2026-03-02 08:15:30Z")]
    [InlineData("2026-03-02T08:15:30+24:00")]
    [InlineData("+2026-03-02T08:15:30Z")]
    [InlineData("1969-12-30T23:59:59Z")]
    [InlineData("9999-01-02T00:00:00Z")]
    public void What_is_no_instant_or_out_of_range_is_none(string text) =>
        Instants.TryRead(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    static string? Fault(ParsedEnvelope first, string topic)
    {
        try
        {
            var written = EnvelopeSerializer.Write(first.Data, Stamp(first.Header));
            var second = EnvelopeSerializer.Read(written, topic);
            return EnvelopeSerializer.Write(second.Data, Stamp(second.Header)).AsSpan().SequenceEqual(written)
                ? null
                : "comes back changed";
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }

    static ParsedEnvelope? Read(string record, string topic)
    {
        try
        {
            return EnvelopeSerializer.Read(Encoding.UTF8.GetBytes(record), topic);
        }
        catch (ContractViolationException)
        {
            return null;
        }
    }

    static EnvelopeStamp Stamp(EventEnvelope header) =>
        new(header.EventId, header.EventTimestamp, header.SourceService, header.CorrelationId, header.Metadata);
}
