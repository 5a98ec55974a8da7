using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

public sealed class CatalogueTests
{
    [Fact]
    public void The_catalogue_has_every_topic_of_the_contract()
    {
        Topics.All.Count.ShouldBe(48);
        Topics.All.ShouldBeUnique();
        Topics.All.ShouldAllBe(topic =>
            topic.StartsWith("huleedu.", StringComparison.Ordinal) && topic.EndsWith(".v1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_fact_of_the_library_has_a_topic()
    {
        var facts = typeof(IFact).Assembly.GetTypes().Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IFact)));

        facts.ShouldAllBe(type => Topics.AllFor(type).Count > 0);
    }

    [Theory]
    [InlineData(Phase.Spellcheck, "huleedu.els.spellcheck.initiate.command.v1")]
    [InlineData(Phase.Nlp, "huleedu.els.nlp.initiate.command.v1")]
    [InlineData(Phase.CjAssessment, "huleedu.els.cj_assessment.initiate.command.v1")]
    [InlineData(Phase.AiFeedback, "huleedu.els.ai_feedback.initiate.command.v1")]
    public void A_phase_command_goes_to_the_topic_of_its_phase_and_comes_back_with_it(Phase phase, string topic)
    {
        var command = Examples.Initiate(phase);

        Topics.Of(command).ShouldBe(topic);
        var read = EnvelopeSerializer.Read(EnvelopeSerializer.Write(command, Examples.Stamp), topic);
        read.Data.ShouldBeOfType<InitiatePhase>().Phase.ShouldBe(phase);
        ((EventEnvelope<InitiatePhase>)read.Header).Data.Phase.ShouldBe(phase);
    }

    [Fact]
    public void A_phase_command_without_a_phase_has_no_topic() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Topics.Of(Examples.Initiate(default)));

    [Fact]
    public void A_notification_is_keyed_by_batch_else_class_else_teacher()
    {
        var notification = Examples.All.OfType<TeacherNotificationRequested>().Single();

        Key(notification).ShouldBe(Examples.Batch.ToString());
        Key(notification with { BatchId = null }).ShouldBe(Examples.Class.ToString());
        Key(notification with { BatchId = null, ClassId = null }).ShouldBe("teacher-1");
    }

    [Fact]
    public void A_course_knows_its_language()
    {
        CourseCode.Eng7.Language().ShouldBe(Language.En);
        CourseCode.Sv1.Language().ShouldBe(Language.Sv);
    }

    [Fact]
    public void Closed_sets_have_the_wire_names_of_the_domain()
    {
        WireEnum.Names<CourseCode>().ShouldBe(["ENG5", "ENG6", "ENG7", "SV1", "SV2", "SV3"]);
        WireEnum.Names<BatchKind>().ShouldBe(["GUEST", "REGULAR"]);
        WireEnum.Names<Phase>().ShouldBe(["spellcheck", "nlp", "cj_assessment", "ai_feedback"]);
        WireEnum.Name(BatchStatus.ReadyForPipelineExecution).ShouldBe("ready_for_pipeline_execution");
        WireEnum.Name(NoMatchReason.RosterUnavailable).ShouldBe("ROSTER_UNAVAILABLE");
        WireEnum.Parse<Decision>("timeout_unknown").ShouldBe(Decision.TimeoutUnknown);
        WireEnum.TryParse<Decision>("Timeout_Unknown", out _).ShouldBeFalse();
        NotificationType.PipelineDenied(DenialReason.NotOwner).ShouldBe("pipeline_denied_not_owner");
    }

    static string Key(IFact fact) => fact.PartitionKey;
}
