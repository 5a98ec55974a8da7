using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>The sagas of one type in one unit of work.</summary>
interface ISagaSession
{
    void Expect(Guid id);

    NpgsqlBatchCommand? ToLoad();

    Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);

    void AddWrites(List<SagaWrite> writes);

    void Mark();

    void Settle();

    void Undo();
}
