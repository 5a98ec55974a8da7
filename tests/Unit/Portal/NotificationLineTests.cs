using System.Reflection;
using System.Text.Json;
using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Notifications;
using Phase1.Portal.Words;

namespace Phase1.Unit.Tests.Portal;

public sealed class NotificationLineTests
{
    static readonly Guid Batch = new("01890000-0000-7000-8000-000000000001");

    [Fact]
    public void What_follows_one_another_of_one_batch_and_type_is_one_line_with_the_sum_of_its_counts()
    {
        var lines = NotificationLine.Fold([
            Of(NotificationType.BatchFilesUploaded, """{"accepted":20,"refused":0}"""),
            Of(NotificationType.BatchFilesUploaded, """{"accepted":8,"refused":2}"""),
            Of(NotificationType.BatchReady, "{}"),
            Of(NotificationType.BatchFilesUploaded, """{"accepted":1,"refused":0}"""),
        ]);

        lines
            .Select(line => Languages.WordsOf("en").Notification(line))
            .ShouldBe(["28 files uploaded, 2 refused", "Ready: you may start work", "1 file uploaded"]);
    }

    [Fact]
    public void Read_and_unread_ones_and_those_of_several_batches_stay_apart() =>
        NotificationLine
            .Fold([
                Of(NotificationType.BatchValidationFailed, "{}"),
                Of(NotificationType.BatchValidationFailed, "{}") with
                {
                    ReadAt = DateTimeOffset.UnixEpoch,
                },
                Of(NotificationType.BatchValidationFailed, "{}") with
                {
                    BatchId = null,
                },
            ])
            .Count.ShouldBe(3);

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_type_has_words_of_its_own_and_any_payload_is_borne(string language)
    {
        var say = Languages.WordsOf(language);
        var unknown = say.Notification(LineOf("something_else", "[1]"));
        var types = typeof(NotificationType)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(type => (string)type.GetRawConstantValue()!)
            .Concat(Enum.GetValues<DenialReason>().Select(NotificationType.PipelineDenied));

        types.Where(type => say.Notification(LineOf(type, """{"accepted":"many"}""")) == unknown).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_topic_has_words_of_its_own(string language)
    {
        var say = Languages.WordsOf(language);

        Topics
            .All.Where(topic => typeof(IBatchFact).IsAssignableFrom(Topics.TypeOf(topic)))
            // A batch that is deleted has no timeline.
            .Where(topic => topic != Topics.BatchDeleted && say.Happened(topic, 1) == say.Happened("", 1))
            .ShouldBeEmpty();
    }

    static NotificationLine LineOf(string type, string payload) => new([Of(type, payload)]);

    static NotificationDocument Of(string type, string payload) =>
        new(
            Batch,
            type,
            NotificationPriority.Standard,
            JsonElement.Parse(payload),
            false,
            null,
            Batch,
            null,
            DateTimeOffset.UnixEpoch,
            null
        );
}
