using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

[Trait("Scenario", "S-711")]
public sealed class ReadingTests
{
    [Fact]
    public void Unknown_fields_are_ignored_everywhere()
    {
        var tree = Records.Tree(Examples.Suggested);
        tree["new_field"] = "x";
        tree["data"]!["new_field"] = new JsonObject { ["deep"] = 1 };
        tree["data"]!["match_results"]![0]!["new_field"] = new JsonArray(1, 2);

        Records.Read(tree).ShouldBeOfType<BatchAuthorMatchesSuggested>().MatchResults.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-03-02T08:15:30")]
    [InlineData("2026-03-02T08:15:30Z")]
    [InlineData("2026-03-02T10:15:30+02:00")]
    public void An_instant_is_utc_and_one_without_offset_is_read_as_utc(string text)
    {
        var tree = Records.Tree(Examples.Registered);
        tree["event_timestamp"] = text;

        var instant = Records.Envelope(tree).Header.EventTimestamp;

        instant.ShouldBe(Examples.Instant);
        instant.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void An_instant_is_written_with_z()
    {
        var stamp = Examples.Stamp with { EventTimestamp = Examples.Instant.ToOffset(TimeSpan.FromHours(2)) };

        var written = JsonNode.Parse(EnvelopeSerializer.Write(Examples.Registered, stamp))!;

        written["event_timestamp"]!.GetValue<string>().ShouldBe("2026-03-02T08:15:30Z");
    }

    [Fact]
    public void Ids_are_read_in_any_case_and_written_in_lower_case()
    {
        var id = new Guid("abcdefab-cdef-7abc-8def-abcdefabcdef");
        var tree = Records.Tree(Examples.Registered);
        tree["data"]!["entity_id"] = id.ToString().ToUpperInvariant();

        var read = Records.Read(tree).ShouldBeOfType<BatchEssaysRegistered>();

        read.BatchId.ShouldBe(id);
        Records.Tree(read)["data"]!["entity_id"]!.GetValue<string>().ShouldBe(id.ToString());
    }

    [Fact]
    public void An_optional_all_zero_id_counts_as_missing()
    {
        var tree = Records.Tree(Examples.Registered);
        tree["data"]!["class_id"] = Guid.Empty.ToString();

        Records.Read(tree).ShouldBeOfType<BatchEssaysRegistered>().ClassId.ShouldBeNull();
    }

    [Fact]
    public void An_outside_producers_names_and_free_text_are_dropped()
    {
        var tree = Records.Tree(Examples.Suggested);
        var suggestion = tree["data"]!["match_results"]![0]!["suggestions"]![0]!;
        suggestion["student_name"] = "Canary Kanarie";
        suggestion["student_email"] = "canary@example.org";
        suggestion["match_reasons"]!.AsArray().Add("matched Canary Kanarie");

        var read = Records.Read(tree);

        Records.Tree(read).ToJsonString().ShouldNotContain("canary", Case.Insensitive);
        ((BatchAuthorMatchesSuggested)read).MatchResults[0].Suggestions[0].MatchReasons.ShouldBe(["name_exact"]);
    }

    [Fact]
    public void A_students_names_in_a_class_record_are_dropped()
    {
        var tree = Records.Tree(Examples.All.OfType<StudentCreated>().Single());
        tree["data"]!["first_name"] = "Canary";
        tree["data"]!["student_email"] = "canary@example.org";

        Records.Tree(Records.Read(tree)).ToJsonString().ShouldNotContain("canary", Case.Insensitive);
    }

    [Theory]
    [InlineData("0.70", 0.70)]
    [InlineData("0.6999999999", 0.6999999999)]
    [InlineData("0.69999999999", 0.6999999999)]
    [InlineData("0.6999999999999999999999999999999999999", 0.6999999999)]
    [InlineData("6.999999999999e-1", 0.6999999999)]
    [InlineData("7e-1", 0.7)]
    [InlineData("1e-300", 0)]
    [InlineData("0.00000000001", 0)]
    [InlineData("1.00000000000000", 1)]
    public void A_confidence_is_cut_off_after_ten_decimals_and_never_rounded_up(string number, double expected)
    {
        var tree = Records.Tree(Examples.Confirmed);
        tree["data"]!["associations"]![0]!["confidence_score"] = JsonNode.Parse(number);

        var read = Records.Read(tree).ShouldBeOfType<StudentAssociationsConfirmed>();

        read.Associations[0].ConfidenceScore.ShouldBe((decimal)expected);
    }

    [Fact]
    public void Metadata_that_is_no_text_is_left_out()
    {
        var tree = Records.Tree(Examples.Registered);
        tree["metadata"]!["org_id"] = null;
        tree["metadata"]!["attempt"] = 3;

        Records.Envelope(tree).Header.Metadata!.Keys.ShouldBe(["partition_key", "batch_id", "user_id"], ignoreOrder: true);
    }

    [Fact]
    public void The_header_is_read_without_knowing_the_payload()
    {
        var tree = Records.Tree(Examples.Registered);
        tree["event_type"] = "somebody.elses.v1";
        tree["data"] = new JsonObject { ["anything"] = 1 };

        var header = EnvelopeSerializer.ReadHeader(Encoding.UTF8.GetBytes(tree.ToJsonString()));

        header.EventType.ShouldBe("somebody.elses.v1");
        header.EventId.ShouldBe(Examples.Stamp.EventId);
        header.Metadata!["user_id"].ShouldBe("teacher-1");
    }
}
