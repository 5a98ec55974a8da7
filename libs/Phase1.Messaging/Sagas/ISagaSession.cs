using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>The sagas of one type in one unit of work.</summary>
interface ISagaSession
{
    void Expect(Guid id);

    NpgsqlBatchCommand? ToLoad();

    Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken);

    IEnumerable<SagaWrite> Writes();

    /// <summary>Those that are locked, as they were read and as they are now.</summary>
    IEnumerable<SagaDifference> Differences();
}

/// <summary>A saga before and after a piece of work: its columns that hold ids, counts, states and times, by their names.</summary>
/// <param name="Kind">Its table.</param>
/// <param name="Before">Null for one that is new.</param>
/// <param name="After">Null for one that ends.</param>
sealed record SagaDifference(string Kind, IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string>? After);

/// <summary>One bulk write and how many rows it must change.</summary>
sealed record SagaWrite(Type Saga, NpgsqlBatchCommand Command, int Expected);
