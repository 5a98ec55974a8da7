using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>One column of a saga's table: reads it, writes it for many sagas at once, and tells whether two sagas differ in it.</summary>
abstract class SagaColumn<TSaga>(string name, string storeType)
{
    public string Name { get; } = name;

    /// <summary>The column's type without length or precision, as an array's element type.</summary>
    public string ElementType { get; } = storeType.Split('(')[0];

    public abstract NpgsqlParameter ToArray(IReadOnlyList<TSaga> sagas);

    public abstract void Read(NpgsqlDataReader reader, int ordinal, TSaga saga);

    public abstract bool Same(TSaga left, TSaga right);
}

/// <summary>A column whose values are of one type, so that nothing is boxed on the hot path.</summary>
/// <typeparam name="TSaga">The saga.</typeparam>
/// <typeparam name="TValue">The type that the database driver sees.</typeparam>
sealed class SagaColumn<TSaga, TValue>(string name, string storeType, Func<TSaga, TValue> get, Action<TSaga, TValue> set)
    : SagaColumn<TSaga>(name, storeType)
{
    public override NpgsqlParameter ToArray(IReadOnlyList<TSaga> sagas)
    {
        var values = new TValue[sagas.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = get(sagas[i]);
        }
        return new NpgsqlParameter { Value = values, DataTypeName = ElementType + "[]" };
    }

    public override void Read(NpgsqlDataReader reader, int ordinal, TSaga saga) =>
        set(saga, reader.IsDBNull(ordinal) ? default! : reader.GetFieldValue<TValue>(ordinal));

    public override bool Same(TSaga left, TSaga right) => EqualityComparer<TValue>.Default.Equals(get(left), get(right));
}
