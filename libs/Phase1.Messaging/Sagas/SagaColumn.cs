using System.Globalization;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>One column of a saga's table: reads it, writes it for many sagas at once, and tells whether two sagas differ in it.</summary>
/// <param name="name">Quoted.</param>
/// <param name="storeType">As in <c>character varying(255)</c>.</param>
/// <param name="isClosed">Whether its values are those of an enumeration.</param>
abstract class SagaColumn<TSaga>(string name, string storeType, bool isClosed)
{
    // Ids, counts, flags and times; a text alone when its values are those of an enumeration.
    static readonly string[] Shown = ["uuid", "smallint", "integer", "bigint", "boolean", "timestamp with time zone"];

    public string Name { get; } = name;

    /// <summary>The column's type without length or precision, as an array's element type.</summary>
    public string ElementType { get; } = storeType.Split('(')[0];

    public abstract NpgsqlParameter ToArray(IReadOnlyList<TSaga> sagas);

    public abstract void Read(NpgsqlDataReader reader, int ordinal, TSaga saga);

    public abstract bool Same(TSaga left, TSaga right);

    /// <summary>Whether operators may see its values: none of them is a text that somebody wrote.</summary>
    public bool IsShown { get; } = isClosed || Shown.Contains(storeType);

    /// <summary>The value in the form that it has in JSON.</summary>
    public abstract string? Text(TSaga saga);
}

/// <summary>A column whose values are of one type, so that nothing is boxed on the hot path.</summary>
/// <typeparam name="TSaga">The saga.</typeparam>
/// <typeparam name="TValue">The type that the database driver sees.</typeparam>
sealed class SagaColumn<TSaga, TValue>(string name, string storeType, bool isClosed, Func<TSaga, TValue> get, Action<TSaga, TValue> set)
    : SagaColumn<TSaga>(name, storeType, isClosed)
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

    public override string? Text(TSaga saga) =>
        get(saga) switch
        {
            null => null,
            bool flag => flag ? "true" : "false",
            DateTimeOffset at => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        };
}
