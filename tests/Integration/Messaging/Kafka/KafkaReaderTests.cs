using System.Text;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Kafka;

public sealed class KafkaReaderTests
{
    const int Partitions = 3;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topics_are_read_whole_in_each_keys_order_and_a_topic_that_is_not_there_is_empty()
    {
        await using var kafka = await OnKafka.NamespaceAsync();
        var (files, empty, missing) = ($"{kafka.Prefix}files.v1", $"{kafka.Prefix}empty.v1", $"{kafka.Prefix}missing.v1");
        await using var log = new KafkaLog(kafka.Options());
        await log.EnsureTopicsAsync([files, empty], Partitions, Token);
        string[] keys = ["a", "b", "c", "d", "e"];
        var sent = Enumerable
            .Range(0, 200)
            .Select(n => new OutgoingRecord(files, keys[n % keys.Length], Encoding.UTF8.GetBytes($"{n:000}"), "{}"))
            .ToList();
        (await log.PublishAsync(sent, Token)).ShouldBeEmpty();

        var read = await new KafkaReader(kafka.Options()).ReadAsync([files, empty, missing], Token);

        read.Count.ShouldBe(sent.Count);
        foreach (var key in keys)
        {
            TextsOf(read.Where(record => record.Key == key).Select(record => record.Body))
                .ShouldBe(TextsOf(sent.Where(record => record.Key == key).Select(record => record.Body)), key);
        }
    }

    [Fact]
    public void Options_that_cannot_be_used_are_refused_at_once() =>
        Should.Throw<ArgumentException>(() => new KafkaReader(new KafkaLogOptions()));

    static IEnumerable<string> TextsOf(IEnumerable<ReadOnlyMemory<byte>> bodies) =>
        bodies.Select(body => Encoding.UTF8.GetString(body.Span));
}
