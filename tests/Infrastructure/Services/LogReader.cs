using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Reads the facts on the log, past the code under test.</summary>
public sealed class LogReader(ILogSource log)
{
    public async Task<IReadOnlyList<LoggedFact<T>>> FactsAsync<T>(CancellationToken cancellationToken = default)
        where T : class, IFact =>
        [
            .. (await AllAsync(Topics.AllFor(typeof(T)), cancellationToken)).Select(fact => new LoggedFact<T>(
                fact.Header,
                (T)fact.Data,
                fact.Partition,
                fact.Offset,
                fact.Key
            )),
        ];

    public async Task<IReadOnlyList<LoggedFact<IFact>>> AllAsync(IEnumerable<string> topics, CancellationToken cancellationToken = default)
    {
        var facts = new List<LoggedFact<IFact>>();
        foreach (var record in await log.ReadAsync([.. topics], cancellationToken))
        {
            var envelope = EnvelopeSerializer.Read(record.Body.ToArray(), record.Topic);
            facts.Add(new(envelope.Header, envelope.Data, record.Partition, record.Offset, record.Key!));
        }
        return facts;
    }
}
