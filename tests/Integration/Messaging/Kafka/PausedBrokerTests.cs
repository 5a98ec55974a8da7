using System.Text;
using Phase1.Integration.Tests.Messaging.Compliance;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>A broker that does not answer for a while, and then does: its consumers poll on.</summary>
[Trait("Scenario", "S-701")]
public sealed class PausedBrokerTests
{
    const string Files = "files.v1";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_that_commits_while_the_broker_is_paused_waits_for_nothing_and_reads_on_when_it_is_back()
    {
        Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
        await using var broker = await KafkaBroker.StartPrivateAsync();
        await using var kafka = await KafkaNamespace.OpenAsync(broker);
        await using var log = new KafkaLog(
            kafka.Options(options => (options.RequestTimeout, options.SessionTimeout) = (TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1)))
        );
        await log.EnsureTopicsAsync([kafka.Prefix + Files], 1, Token);
        await using var member = log.Join(kafka.Prefix + "reader", [kafka.Prefix + Files]);
        await log.PublishAsync([Record(kafka, "before")], Token);
        (await member.TakeAsync(1, Eventually.Patience, Token)).ShouldHaveSingleItem();

        await broker.DoAsync("pause");
        var committing = member.CommitAsync(Token);

        committing.IsCompletedSuccessfully.ShouldBeTrue();
        // Long enough for the requests that are under way to fail, so that the clients give the broker up.
        await Should.ThrowAsync<LogUnavailableException>(() => log.PingAsync(Token));
        await broker.DoAsync("resume");
        await log.PublishAsync([Record(kafka, "after")], Token);
        (await member.TakeAsync(1, Eventually.Patience, Token)).Select(Body).ShouldBe(["after"]);
    }

    static OutgoingRecord Record(KafkaNamespace kafka, string body) => new(kafka.Prefix + Files, "a", Encoding.UTF8.GetBytes(body), "{}");

    static string Body(LogRecord record) => Encoding.UTF8.GetString(record.Body.Span);
}
