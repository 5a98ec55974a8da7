using Npgsql;
using NpgsqlTypes;

namespace Phase1.Messaging.Storage;

/// <summary>Makes a statement of its text and of the values of <c>$1</c>, <c>$2</c> and so on.</summary>
static class Statement
{
    /// <summary>A statement of a batch.</summary>
    /// <param name="text">SQL with numbered parameters.</param>
    /// <param name="values">In their order; a parameter where the type does not follow from the value.</param>
    public static NpgsqlBatchCommand Of(string text, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(text);
        foreach (var value in values)
        {
            statement.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value });
        }
        return statement;
    }

    public static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };

    /// <summary>An array with a value of each row.</summary>
    public static T[] Column<TRow, T>(IReadOnlyList<TRow> rows, Func<TRow, T> of)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = of(rows[i]);
        }
        return values;
    }

    public static NpgsqlParameter Bytes(byte[][] values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea };

    /// <summary>Texts that are UTF-8 already.</summary>
    public static NpgsqlParameter Texts(byte[][] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    /// <summary>The first column of all rows of a result.</summary>
    public static async Task<HashSet<T>> ReadSetAsync<T>(this NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var values = new HashSet<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetFieldValue<T>(0));
        }
        return values;
    }
}
