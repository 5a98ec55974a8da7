using Phase1.Demo.Steps;
using Phase1.Events;
using Phase1.Messaging.Kafka;

namespace Phase1.Demo.Ledger;

/// <summary>The records of a run where the log is on Kafka.</summary>
static class RecordsOnKafka
{
    internal static async Task<List<LoggedRecord>> OfRunAsync(KafkaLogOptions brokers, Run run, CancellationToken cancellationToken)
    {
        var keys = run.Keys.ToHashSet();
        var records = await new KafkaReader(brokers).ReadAsync(Topics.All, cancellationToken);
        // By key before any body is opened: other keys may hold anything.
        return
        [
            .. records.Where(record => record.Key is { } key && keys.Contains(key)).Select(RecordJson.Read).OrderBy(record => record.At),
        ];
    }
}
