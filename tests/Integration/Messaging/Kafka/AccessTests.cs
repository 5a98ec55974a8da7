using System.Text;
using Phase1.Events;
using Phase1.Integration.Tests.Messaging.Compliance;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>What deploy/kafka gives each service on a real broker: its own topics to write, the others' to read, and no more.</summary>
public sealed class AccessTests(GuardedBroker broker) : IClassFixture<GuardedBroker>
{
    const int Partitions = 2;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_service_writes_its_own_topics_and_nobody_else_s()
    {
        await MakeTopicsAsync();
        // The first of each service is enough of its own; of what is only CMS's every other service is refused.
        foreach (var service in ServiceNames.All)
        {
            var own = Topics.All.First(topic => Topics.ProducersOf(topic).Contains(service));
            (await MayWriteAsync(service, own)).ShouldBeTrue($"{service} to {own}");
            (await MayWriteAsync(service, Topics.StudentAssociationsConfirmed)).ShouldBe(service == ServiceNames.ClassManagement, service);
        }
    }

    [Fact]
    public async Task A_producer_outside_writes_what_is_open_to_it()
    {
        await MakeTopicsAsync();

        (await MayWriteAsync(GuardedBroker.Outside, Topics.EssayContentProvisioned)).ShouldBeTrue();
        (await MayWriteAsync(GuardedBroker.Outside, Topics.StudentAssociationsConfirmed)).ShouldBeFalse();
        (await MayWriteAsync(GuardedBroker.Stranger, Topics.EssayContentProvisioned)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_makes_the_topics_and_reads_those_that_it_handles_in_its_own_group()
    {
        await using var cms = broker.As(ServiceNames.ClassManagement);
        await cms.EnsureTopicsAsync([.. Topics.All], Partitions, Token);
        await cms.PublishAsync([Record(Topics.StudentAssociationsConfirmed)], Token);
        await using var els = broker.As(ServiceNames.EssayLifecycle);

        await using var member = els.Join(ServiceNames.EssayLifecycle, [Topics.StudentAssociationsConfirmed]);

        (await member.TakeAsync(1, Eventually.Patience, Token)).ShouldNotBeEmpty();
    }

    async Task MakeTopicsAsync()
    {
        await using var operators = broker.As(null);
        await operators.EnsureTopicsAsync([.. Topics.All], Partitions, Token);
    }

    async Task<bool> MayWriteAsync(string principal, string topic)
    {
        await using var log = broker.As(principal);
        try
        {
            // Who may not even look at the topic is told that there is none.
            return (await log.PublishAsync([Record(topic)], Token)).Count == 0;
        }
        catch (LogUnavailableException refused)
        {
            refused.Message.ShouldContain("Authorization");
            return false;
        }
    }

    static OutgoingRecord Record(string topic) => new(topic, "a", Encoding.UTF8.GetBytes("{}"), "{}");
}
