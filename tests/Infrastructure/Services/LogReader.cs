using Npgsql;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Reads the log with plain SQL, past the code under test.</summary>
public sealed class LogReader(NpgsqlDataSource log)
{
    const string SelectTopic = """
        select topic, partition, log_offset, key, body from log_records where topic = any($1) order by appended_at, partition, log_offset
        """;

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
        await using var command = log.CreateCommand(SelectTopic);
        command.Parameters.Add(new() { Value = topics.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var facts = new List<LoggedFact<IFact>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var envelope = EnvelopeSerializer.Read(reader.GetFieldValue<byte[]>(4), reader.GetString(0));
            facts.Add(new(envelope.Header, envelope.Data, reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3)));
        }
        return facts;
    }
}
