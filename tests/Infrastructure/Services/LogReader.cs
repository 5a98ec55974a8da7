using Phase1.Events;
using Phase1.Messaging.Log;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Reads the facts on the log, past the code under test.</summary>
public sealed class LogReader(ILogSource log)
{
    /// <summary>Whether records that are no facts are passed over, since outside producers have sent some; else they fail the test.</summary>
    public bool PassesOverGarbage { get; set; }

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
            if (Read(record) is { } envelope)
            {
                facts.Add(new(envelope.Header, envelope.Data, record.Partition, record.Offset, record.Key ?? ""));
            }
        }
        return facts;
    }

    ParsedEnvelope? Read(LogRecord record)
    {
        try
        {
            return EnvelopeSerializer.Read(record.Body.ToArray(), record.Topic);
        }
        catch (ContractViolationException) when (PassesOverGarbage)
        {
            return null;
        }
    }
}
