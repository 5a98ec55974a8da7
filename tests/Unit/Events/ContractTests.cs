using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>Every rule family, broken where a record enters and, where the types allow it, where it leaves.</summary>
[Trait("Scenario", "S-712")]
public sealed class ContractTests
{
    public static TheoryData<string, string, string> Broken =>
        new()
        {
            { Topics.BatchEssaysRegistered, "expected_essay_count", "0" },
            { Topics.BatchEssaysRegistered, "expected_essay_count", "501" },
            { Topics.BatchEssaysRegistered, "expected_essay_count", "\"2\"" },
            { Topics.BatchEssaysRegistered, "essay_ids", "[]" },
            { Topics.BatchEssaysRegistered, "essay_ids", Twice },
            { Topics.BatchEssaysRegistered, "course_code", "\"ENG9\"" },
            { Topics.BatchEssaysRegistered, "course_code", "0" },
            { Topics.BatchEssaysRegistered, "user_id", "\"\"" },
            { Topics.BatchEssaysRegistered, "student_prompt_ref", "[1]" },
            { Topics.EssayContentProvisioned, "file_size_bytes", "-1" },
            { Topics.EssayContentProvisioned, "content_md5_hash", "\"zz\"" },
            { Topics.EssayContentProvisioned, "text_storage_id", "\"a b\"" },
            { Topics.EssayContentProvisioned, "original_file_name", Long(501) },
            { Topics.EssayContentProvisioned, "timestamp", "\"yesterday\"" },
            { Topics.EssayValidationFailed, "validation_error_code", "\"SOMETHING\"" },
            { Topics.EssaySlotAssigned, "text_storage_id", Long(256) },
            { Topics.ExcessContentProvisioned, "reason", "\"no_available_slot\"" },
            { Topics.BatchContentProvisioningCompleted, "provisioned_count", "3" },
            { Topics.BatchContentProvisioningCompleted, "essays_for_processing", "[]" },
            { Topics.BatchContentProvisioningCompleted, "essays_for_processing", "[null]" },
            { Topics.InitiateStudentMatching, "essays_to_process", "[]" },
            { Topics.BatchStudentMatchingRequested, "essays_to_process", "[]" },
            { Topics.StudentAssociationsConfirmed, "associations", "[]" },
            { Topics.BatchEssaysReady, "ready_essays", "[]" },
            { Topics.BatchEssaysReady, "class_type", "\"GUEST\"" },
            { Topics.RequestPipeline, "requested_pipeline", "\"\"" },
            { Topics.RequestPipeline, "retry_reason", Long(501) },
            { Topics.PipelineDenied, "denial_reason", "\"tired\"" },
            { Topics.TeacherNotificationRequested, "category", "\"other\"" },
            { Topics.TeacherNotificationRequested, "payload", "[]" },
            { Topics.ClassCreated, "roster_version", "-1" },
            { Topics.StudentCreated, "roster_versions", "{\"x\": 1}" },
            { Topics.BatchFileAdded, "filename", Long(501) },
            { Topics.ValidationTimeoutProcessed, "timeout_hours", "0" },
            { Topics.ValidationTimeoutProcessed, "guest_class_created", "true" },
            { Topics.EssayStudentAssociationUpdated, "association_version", "1" },
            { Topics.EssayStudentAssociationUpdated, "validation_method", "\"timeout\"" },
            { Topics.StudentAssociationsRestated, "version", "0" },
            { Topics.BatchPhaseCompleted, "phase_name", "\"unknown\"" },
            { Topics.BatchPipelineCompleted, "final_status", "\"processing_pipelines\"" },
            { Topics.BatchStatusChanged, "trigger", Long(101) },
            { Topics.BatchDeleted, "text_storage_ids", "[\"a b\"]" },
            { Topics.BatchDeleted, "text_storage_ids", "[\"a\", \"a\"]" },
            { Topics.BatchDeleted, "reason", "\"boredom\"" },
            { Topics.AssociationReviewNeeded, "review_essay_ids", Twice },
            { Topics.TicketOpened, "priority", "11" },
            { Topics.TicketOpened, "sop", "\"review\"" },
            { Topics.TicketClosed, "ticket_id", Long(65) },
            { Topics.TicketClosed, "status", "\"done\"" },
            { Topics.TicketDeadlineApproaching, "ticket_id", "\"a b\"" },
            { Topics.TicketDecisionMade, "decision", "\"Go!\"" },
            { Topics.PersonalDataCollectionRequested, "student_ids", "[]" },
            { Topics.PersonalDataCollectionRequested, "purpose", "\"curiosity\"" },
            { Topics.PersonalDataCollected, "counts", "{\"students\": -1}" },
            { Topics.PersonalDataErasureRequested, "student_ids", Twice },
            { Topics.PersonalDataErasureRequested, "ticket_id", "\"a b\"" },
            { Topics.PersonalDataErased, "service", "\"Class Management\"" },
            { Topics.PersonalDataErased, "blockers", "[{\"code\": \"\"}]" },
        };

    static string Twice => $"""["{Examples.Essay}","{Examples.Essay}"]""";

    static string Long(int length) => $"\"{new string('x', length)}\"";

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_field_outside_its_rule_refuses_the_record_and_is_named(string topic, string field, string value)
    {
        var tree = Records.Tree(Examples.All.Single(fact => Topics.Of(fact) == topic));
        tree["data"]![field] = JsonNode.Parse(value);

        var refused = Records.Refused(tree);

        refused.ReasonCode.ShouldBe(ViolationCodes.InvalidValue);
        refused.Reason.ShouldStartWith("data.");
    }

    [Theory]
    [InlineData("1.0000000001")]
    [InlineData("-0.1")]
    public void A_confirmed_confidence_outside_its_range_refuses_the_record(string score)
    {
        var tree = Records.Tree(Examples.Confirmed);
        tree["data"]!["associations"]![0]!["confidence_score"] = JsonNode.Parse(score);

        Records.Refused(tree).Reason.ShouldBe("data.associations[0].confidence_score: 0..1");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_restated_set_has_decisions_where_it_is_released_and_none_while_it_is_open(bool released)
    {
        var open = Examples.Restated with { Released = false, Associations = [] };
        var broken = released ? open with { Released = true } : Examples.Restated with { Released = false };
        var tree = Records.Tree(released ? Examples.Restated : open);
        tree["data"]!["associations"] = released ? new JsonArray() : Records.Tree(Examples.Restated)["data"]!["associations"]!.DeepClone();

        Records.Refused(tree).Reason.ShouldStartWith("data.associations: some where the set is released");
        Unwritable(broken).ShouldBe(Records.Refused(tree).Reason);
        Records.Read(Records.Tree(open)).ShouldBeOfType<StudentAssociationsRestated>().Associations.ShouldBeEmpty();
    }

    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void Every_required_field_of_every_payload_is_missed(string topic)
    {
        var payload = FactTopics.Find(topic)!.Payload;
        var required = payload.Properties.Where(property => property.IsRequired).ToList();
        required.ShouldNotBeEmpty();
        foreach (var field in required)
        {
            var tree = Records.Tree(Examples.All.Single(fact => Topics.Of(fact) == topic));
            tree["data"]!.AsObject().Remove(field.Name).ShouldBeTrue(field.Name);

            Records.Refused(tree).ReasonCode.ShouldBe(ViolationCodes.MissingField, field.Name);
        }
    }

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void Every_rule_names_a_field_of_its_payload(string topic)
    {
        var known = FactTopics.Find(topic)!;
        var fields = known.Payload.Properties.Select(property => property.Name).ToHashSet();

        known.Rules.ShouldNotBeEmpty();
        known.Rules.ShouldAllBe(rule => fields.Contains(rule.Field));
    }

    [Fact]
    public void A_fact_that_breaks_its_contract_does_not_leave()
    {
        var registered = Examples.Registered;

        Unwritable(registered with { ExpectedEssayCount = 3 }).ShouldBe("data.essay_ids: as many as expected");
        Unwritable(registered with { BatchId = Guid.Empty }).ShouldBe("Missing batch_id");
        Unwritable(registered with { UserId = null! }).ShouldContain("user_id");
        Unwritable(registered with { CourseCode = (CourseCode)77 }).ShouldContain("course_code");
        Unwritable(registered with { OrgId = "a\0b" }).ShouldContain("org_id");
        Unwritable(Examples.All.OfType<BatchStatusChanged>().Single() with { OccurredAt = default }).ShouldContain("occurred_at");
    }

    [Fact]
    public void A_file_that_could_not_be_stored_has_a_word_for_a_storage_id()
    {
        var failed = Examples.All.OfType<EssayValidationFailed>().Single() with { RawFileStorageId = EssayValidationFailed.StorageFailed };

        Records.Read(Records.Tree(failed)).ShouldBeOfType<EssayValidationFailed>().RawFileStorageId.ShouldBe("STORAGE_FAILED");
    }

    [Fact]
    public void A_stamp_without_id_or_source_is_refused()
    {
        Should.Throw<ContractViolationException>(() =>
            EnvelopeSerializer.Write(Examples.Registered, Examples.Stamp with { EventId = Guid.Empty })
        );
        Should.Throw<ContractViolationException>(() =>
            EnvelopeSerializer.Write(Examples.Registered, Examples.Stamp with { SourceService = "" })
        );
    }

    static string Unwritable(IFact fact) =>
        Should.Throw<ContractViolationException>(() => EnvelopeSerializer.Write(fact, Examples.Stamp)).Reason;
}
