using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>The sagas of one type in one unit of work.</summary>
interface ISagaSession
{
    void Expect(Guid id);

    NpgsqlBatchCommand? ToLoad();

    Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);

    IEnumerable<SagaWrite> Writes();
}

/// <summary>One bulk write and how many rows it must change.</summary>
sealed record SagaWrite(Type Saga, NpgsqlBatchCommand Command, int Expected);
