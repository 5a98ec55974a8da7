using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

[Trait("Scenario", "S-710")]
public sealed class ViolationTests
{
    static byte[] Good => EnvelopeSerializer.Write(Examples.Registered, Examples.Stamp);

    [Fact]
    public void Every_truncation_of_a_record_is_malformed()
    {
        var good = Good;
        for (var length = 0; length < good.Length; length++)
        {
            Records.Refused(good[..length]).ReasonCode.ShouldBe(ViolationCodes.MalformedJson, $"{length} bytes");
        }
    }

    [Fact]
    public void Every_changed_byte_is_read_or_refused_but_never_crashes()
    {
        var random = new Random(710);
        for (var round = 0; round < 5000; round++)
        {
            var body = Good;
            body[random.Next(body.Length)] = (byte)random.Next(256);
            try
            {
                EnvelopeSerializer.Read(body, Topics.BatchEssaysRegistered);
            }
            catch (ContractViolationException violation)
            {
                violation.Reason.ShouldNotBeEmpty();
            }
        }
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"event_id\": NaN}")]
    public void What_is_no_json_is_malformed(string body) =>
        Records.Refused(Encoding.UTF8.GetBytes(body)).ReasonCode.ShouldBe(ViolationCodes.MalformedJson);

    [Theory]
    [InlineData("null", ViolationCodes.MissingField)]
    [InlineData("[]", ViolationCodes.InvalidValue)]
    [InlineData("17", ViolationCodes.InvalidValue)]
    [InlineData("{}", ViolationCodes.MissingField)]
    public void What_is_no_envelope_is_refused(string body, string code) =>
        Records.Refused(Encoding.UTF8.GetBytes(body)).ReasonCode.ShouldBe(code);

    [Fact]
    public void Anything_after_a_record_is_malformed() =>
        Records.Refused([.. Good, .. " {}"u8]).ReasonCode.ShouldBe(ViolationCodes.MalformedJson);

    [Fact]
    public void Bad_utf8_is_malformed()
    {
        var body = Good;
        body[body.AsSpan().IndexOf("school-1"u8)] = 0xC3;

        Records.Refused(body).ReasonCode.ShouldBe(ViolationCodes.MalformedJson);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("\\ud800")]
    public void Text_that_no_database_keeps_is_refused(string escape)
    {
        var body = Encoding.UTF8.GetString(Good).Replace("school-1", escape, StringComparison.Ordinal);

        Records.Refused(Encoding.UTF8.GetBytes(body)).ReasonCode.ShouldBe(ViolationCodes.InvalidValue);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var tree = Records.Tree(Examples.Registered);
        tree["data"]!["extra"] = JsonNode.Parse(new string('[', 40) + new string(']', 40));

        Records.Refused(tree).ReasonCode.ShouldBe(ViolationCodes.MalformedJson);
    }

    [Fact]
    public void Ten_megabytes_are_refused_unread() =>
        Records.Refused(new byte[10 * 1024 * 1024]).ReasonCode.ShouldBe(ViolationCodes.RecordTooLarge);

    [Fact]
    public void A_later_schema_version_is_refused_as_such_even_when_its_payload_cannot_be_read()
    {
        var tree = Records.Tree(Examples.Registered);
        tree["schema_version"] = 2;
        Records.Refused(tree).ReasonCode.ShouldBe(ViolationCodes.UnsupportedSchemaVersion);

        tree["data"] = "another shape";
        Records.Refused(tree).ReasonCode.ShouldBe(ViolationCodes.UnsupportedSchemaVersion);
    }

    [Fact]
    public void A_record_on_another_topic_is_refused()
    {
        Should
            .Throw<ContractViolationException>(() => EnvelopeSerializer.Read(Good, "huleedu.nothing.v1"))
            .ReasonCode.ShouldBe(ViolationCodes.UnknownTopic);

        var tree = Records.Tree(Examples.Registered);
        tree["event_type"] = Topics.ClassCreated;
        Records.Refused(Encoding.UTF8.GetBytes(tree.ToJsonString())).ReasonCode.ShouldBe(ViolationCodes.EventTypeMismatch);
    }

    [Theory]
    [InlineData("event_id")]
    [InlineData("event_type")]
    [InlineData("event_timestamp")]
    [InlineData("source_service")]
    [InlineData("correlation_id")]
    [InlineData("data")]
    public void A_missing_or_null_envelope_field_is_named(string field)
    {
        var tree = Records.Tree(Examples.Registered).AsObject();
        tree[field] = null;
        Refused(tree).ShouldBe((ViolationCodes.MissingField, $"Missing {field}"));

        tree.Remove(field);
        Refused(tree).ShouldBe((ViolationCodes.MissingField, $"Missing {field}"));
    }

    [Fact]
    public void A_matching_command_without_a_batch_is_refused_in_the_words_of_the_contract()
    {
        var tree = Records.Tree(Examples.All.OfType<InitiateStudentMatching>().Single());
        tree["data"]!["entity_id"] = Guid.Empty.ToString();
        Records.Refused(tree).Reason.ShouldBe("Missing batch_id");

        tree["data"]!.AsObject().Remove("entity_id");
        var refused = Records.Refused(tree);
        refused.ReasonCode.ShouldBe(ViolationCodes.MissingField);
        refused.Reason.ShouldBe("Missing batch_id");
    }

    [Fact]
    public void No_reason_holds_a_value_of_the_record()
    {
        var tree = Records.Tree(Examples.All.OfType<StudentCreated>().Single());
        tree["data"]!["roster_versions"] = new JsonObject { ["canary"] = "canary" };
        Records.Refused(tree).ToString().ShouldNotContain("canary");

        var registered = Records.Tree(Examples.Registered);
        registered["data"]!["course_code"] = "canary";
        var refused = Records.Refused(registered);
        refused.Reason.ShouldBe("data.course_code: no CourseCode");
        refused.ToString().ShouldNotContain("canary");
    }

    static (string, string) Refused(JsonNode tree)
    {
        var violation = Records.Refused(Encoding.UTF8.GetBytes(tree.ToJsonString()));
        return (violation.ReasonCode, violation.Reason);
    }
}
