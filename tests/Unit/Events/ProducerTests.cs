using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>Who may record what.</summary>
public sealed class ProducerTests
{
    public static TheoryData<string> EveryTopic => [.. Topics.All];

    [Theory]
    [MemberData(nameof(EveryTopic))]
    public void Somebody_may_write_each_topic_and_a_service_of_the_suite_its_own_alone(string topic)
    {
        var services = Topics.ProducersOf(topic);

        (services.Count > 0 || Topics.IsOpen(topic)).ShouldBeTrue();
        ServiceNames.All.Where(service => Topics.MayProduce(topic, service)).ShouldBe(services, ignoreOrder: true);
        Topics.MayProduce(topic, "somebody_elses_service").ShouldBe(Topics.IsOpen(topic));
        Topics.MayProduce(topic, ServiceNames.ClassManagement.ToUpperInvariant()).ShouldBe(Topics.IsOpen(topic));
    }

    // What CMS alone knows: who wrote which essay, and who is in a class.
    [Theory]
    [InlineData(Topics.StudentAssociationsConfirmed)]
    [InlineData(Topics.EssayStudentAssociationUpdated)]
    [InlineData(Topics.StudentAssociationsRestated)]
    [InlineData(Topics.ValidationTimeoutProcessed)]
    [InlineData(Topics.ClassUpdated)]
    [InlineData(Topics.StudentUpdated)]
    public void Class_management_alone_says_who_wrote_what(string topic)
    {
        Topics.IsOpen(topic).ShouldBeFalse();
        Topics.ProducersOf(topic).ShouldBe([ServiceNames.ClassManagement]);
    }

    [Theory]
    [InlineData(Topics.EssayContentProvisioned)]
    [InlineData(Topics.EssayValidationFailed)]
    [InlineData(Topics.BatchAuthorMatchesSuggested)]
    [InlineData(Topics.RequestPipeline)]
    [InlineData(Topics.BatchPhaseCompleted)]
    [InlineData(Topics.TeacherNotificationRequested)]
    public void What_others_feed_in_is_open_to_them(string topic) => Topics.IsOpen(topic).ShouldBeTrue();

    [Fact]
    public void A_topic_outside_the_catalogue_has_no_producers() =>
        Should.Throw<ArgumentException>(() => Topics.MayProduce("huleedu.unknown.v1", ServiceNames.Nlp));
}
