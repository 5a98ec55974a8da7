using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;
using NpgsqlTypes;

namespace Phase1.Messaging.Storage;

/// <summary>
/// One statement that inserts, changes or deletes all rows of a table that write the same columns: each column is one array. A unique value does not
/// move from one row to another within a save, since a statement changes its rows in no order.
/// </summary>
sealed class BulkStatement
{
    readonly List<IReadOnlyModificationCommand> _rows = [];

    public IReadOnlyList<IReadOnlyModificationCommand> Rows => _rows;

    /// <summary>Whether the database generates something in the row, which is then the only one.</summary>
    public bool Returns => IsReadBack(_rows[0]);

    /// <summary>
    /// Rows of one table join a statement while no other table comes between them: the order is one that foreign keys allow. A row from which
    /// something is read back has a statement of its own, since several are returned in no order; so has a row with an array, since PostgreSQL knows no
    /// array of arrays.
    /// </summary>
    public static IReadOnlyList<BulkStatement> Of(IEnumerable<IReadOnlyModificationCommand> rows)
    {
        var statements = new List<BulkStatement>();
        var (table, state, first) = ("", EntityState.Detached, 0);
        foreach (var row in rows)
        {
            if ((row.TableName, row.EntityState) != (table, state))
            {
                (table, state, first) = (row.TableName, row.EntityState, statements.Count);
            }
            var index = IsReadBack(row) || HasArray(row) ? -1 : statements.FindIndex(first, statement => statement.Takes(row));
            if (index < 0)
            {
                index = statements.Count;
                statements.Add(new());
            }
            statements[index]._rows.Add(row);
        }
        return statements;
    }

    /// <summary>With its parameters; made when it is first asked for.</summary>
    public NpgsqlBatchCommand Command => field ??= MakeCommand();

    /// <summary>Takes over what the database has generated.</summary>
    public async Task ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken))
        {
            return;
        }
        foreach (var (index, column) in _rows[0].ColumnModifications.Where(column => column.IsRead).Index())
        {
            var value = reader.GetValue(index) is var read && read is DBNull ? null : read;
            column.Value = column.TypeMapping!.Converter is { } converter ? converter.ConvertFromProvider(value) : value;
        }
    }

    NpgsqlBatchCommand MakeCommand()
    {
        var command = new NpgsqlBatchCommand(TextOf(_rows[0]));
        var columns = _rows.ConvertAll(row => Columns(row).ToArray());
        for (var i = 0; i < columns[0].Length; i++)
        {
            command.Parameters.Add(HasArray(_rows[0]) ? ToParameter(columns[0][i].Column, columns[0][i].Value) : ToArray(columns, i));
        }
        return command;
    }

    bool Takes(IReadOnlyModificationCommand row)
    {
        var (ours, theirs) = (_rows[0].ColumnModifications, row.ColumnModifications);
        return ours.Count == theirs.Count && ours.Zip(theirs).All(pair => IsSame(pair.First, pair.Second));
    }

    static bool IsSame(IColumnModification one, IColumnModification other) =>
        (one.ColumnName, one.IsWrite, one.IsCondition) == (other.ColumnName, other.IsWrite, other.IsCondition);

    static bool IsReadBack(IReadOnlyModificationCommand row) => row.ColumnModifications.Any(column => column.IsRead);

    static bool HasArray(IReadOnlyModificationCommand row) =>
        row.ColumnModifications.Any(column => column.TypeMapping?.ElementTypeMapping is not null);

    static string TextOf(IReadOnlyModificationCommand row)
    {
        var written = row.ColumnModifications.Where(column => column.IsWrite).Select(Name).ToList();
        var compared = row.ColumnModifications.Where(column => column.IsCondition).Select(Name).ToList();
        var names = Numbered("c", written.Count + compared.Count);
        var parameters = Joined(Numbered("$", names.Count));
        var rows = $"{(HasArray(row) ? $"(select {parameters})" : $"unnest({parameters})")} as r ({Joined(names)})";
        var assignments = Joined(written.Zip(names, (column, name) => $"{column} = r.{name}"));
        var matches = string.Join(" and ", compared.Zip(names.Skip(written.Count), (column, name) => $"t.{column} = r.{name}"));
        var statement = row.EntityState switch
        {
            EntityState.Added => $"insert into \"{row.TableName}\" ({Joined(written)}) select * from {rows}",
            EntityState.Deleted => $"delete from \"{row.TableName}\" t using {rows} where {matches}",
            _ => $"update \"{row.TableName}\" t set {assignments} from {rows} where {matches}",
        };
        return IsReadBack(row)
            ? $"{statement} returning {Joined(row.ColumnModifications.Where(column => column.IsRead).Select(Name))}"
            : statement;
    }

    // What is written first, what it is compared by after it; a version is both.
    static IEnumerable<(IColumnModification Column, object? Value)> Columns(IReadOnlyModificationCommand row) =>
        row
            .ColumnModifications.Where(column => column.IsWrite)
            .Select(column => (column, column.Value))
            .Concat(row.ColumnModifications.Where(column => column.IsCondition).Select(column => (column, column.OriginalValue)));

    static NpgsqlParameter ToArray(List<(IColumnModification Column, object? Value)[]> rows, int index)
    {
        var mapping = rows[0][index].Column.TypeMapping!;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var values = Array.CreateInstance(type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var value = rows[i][index].Value;
            values.SetValue(mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value, i);
        }
        return new NpgsqlParameter
        {
            Value = values,
            NpgsqlDbType = NpgsqlDbType.Array | ToParameter(rows[0][index].Column, value: null).NpgsqlDbType,
        };
    }

    static NpgsqlParameter ToParameter(IColumnModification column, object? value)
    {
        using var command = new NpgsqlCommand();
        return (NpgsqlParameter)column.TypeMapping!.CreateParameter(command, "", value, nullable: true);
    }

    static List<string> Numbered(string prefix, int count) => [.. Enumerable.Range(1, count).Select(number => $"{prefix}{number}")];

    static string Joined(IEnumerable<string> names) => string.Join(", ", names);

    static string Name(IColumnModification column) => $"\"{column.ColumnName}\"";
}
