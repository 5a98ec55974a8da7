using System.Linq.Expressions;
using System.Reflection;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace Phase1.Messaging.Sagas;

/// <summary>
/// A saga's table, read off the service's Entity Framework model, and the four statements that the engine runs on it. All of them take whole
/// polls: one statement, however many sagas.
/// </summary>
sealed class SagaTable<TSaga>
    where TSaga : class, ISaga, ISagaVersion
{
    static readonly Func<TSaga, TSaga> Copier = MakeCopier();

    readonly SagaColumn<TSaga>[] _columns;
    readonly SagaColumn<TSaga> _key;
    readonly string _load;
    readonly string _insert;
    readonly string _update;
    readonly string _delete;

    public SagaTable(IModel model)
    {
        var entity =
            model.FindEntityType(typeof(TSaga))
            ?? throw new InvalidOperationException($"The saga {typeof(TSaga).Name} is not mapped in the service's DbContext.");
        _columns = [.. entity.GetProperties().Where(p => p.PropertyInfo is not null).Select(MakeColumn)];
        var key = Quoted(entity.FindPrimaryKey()!.Properties.Single());
        _key = _columns.Single(column => column.Name == key);
        var version = Quoted(entity.FindProperty(nameof(ISagaVersion.Version))!);
        Name = entity.GetTableName()!;
        var table = $"\"{Name}\"";
        var names = string.Join(", ", _columns.Select(c => c.Name));
        var arrays = string.Join(", ", _columns.Select((c, i) => $"${i + 1}::{c.ElementType}[]"));
        var assignments = string.Join(", ", _columns.Where(c => c.Name != key).Select(c => $"{c.Name} = n.{c.Name}"));

        // Loads and locks in key order, so that two polls never wait for each other in a circle.
        _load = $"select {names} from {table} where {key} = any($1) order by {key} for update";
        _insert = $"insert into {table} ({names}) select {names} from unnest({arrays}) as n ({names})";
        // Updates only rows that still have the version that was read.
        _update =
            $"update {table} s set {assignments} from unnest({arrays}, ${_columns.Length + 1}::integer[]) as n ({names}, read_version) "
            + $"where s.{key} = n.{key} and s.{version} = n.read_version";
        _delete =
            $"delete from {table} s using unnest($1::uuid[], $2::integer[]) as n (id, read_version) where s.{key} = n.id and s.{version} = n.read_version";
    }

    public string Name { get; }

    public NpgsqlBatchCommand Load(IReadOnlyCollection<Guid> ids) => new(_load) { Parameters = { new() { Value = ids.ToArray() } } };

    public NpgsqlBatchCommand Insert(IReadOnlyList<TSaga> sagas) => WithColumns(new NpgsqlBatchCommand(_insert), sagas);

    public NpgsqlBatchCommand Update(IReadOnlyList<TSaga> sagas, int[] readVersions)
    {
        var command = WithColumns(new NpgsqlBatchCommand(_update), sagas);
        command.Parameters.Add(new() { Value = readVersions });
        return command;
    }

    public NpgsqlBatchCommand Delete(IReadOnlyList<TSaga> sagas, int[] readVersions) =>
        new(_delete)
        {
            Parameters =
            {
                _key.ToArray(sagas),
                new() { Value = readVersions },
            },
        };

    public TSaga Read(NpgsqlDataReader reader)
    {
        var saga = Activator.CreateInstance<TSaga>();
        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Read(reader, i, saga);
        }
        return saga;
    }

    /// <summary>A shallow copy; a saga's properties are values, so it is a copy of the state.</summary>
    public static TSaga Copy(TSaga saga) => Copier(saga);

    public bool Same(TSaga left, TSaga right)
    {
        foreach (var column in _columns)
        {
            if (!column.Same(left, right))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>What operators may see of a saga, by column; a column that is null is left out.</summary>
    public IReadOnlyDictionary<string, string> Describe(TSaga saga)
    {
        var described = new Dictionary<string, string>();
        foreach (var column in _columns.Where(column => column.IsShown))
        {
            if (column.Text(saga) is { } text)
            {
                described[column.Name.Trim('"')] = text;
            }
        }
        return described;
    }

    static string Quoted(IProperty property) => $"\"{property.GetColumnName()}\"";

    NpgsqlBatchCommand WithColumns(NpgsqlBatchCommand command, IReadOnlyList<TSaga> sagas)
    {
        foreach (var column in _columns)
        {
            command.Parameters.Add(column.ToArray(sagas));
        }
        return command;
    }

    static SagaColumn<TSaga> MakeColumn(IProperty property)
    {
        var converter = property.GetTypeMapping().Converter;
        var member = property.PropertyInfo!;
        var valueType = converter is null ? member.PropertyType : AsNullable(converter.ProviderClrType, member.PropertyType);
        var make = typeof(SagaTable<TSaga>).GetMethod(nameof(MakeTyped), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (SagaColumn<TSaga>)make.MakeGenericMethod(valueType).Invoke(null, [property, converter])!;
    }

    static SagaColumn<TSaga, TValue> MakeTyped<TValue>(IProperty property, ValueConverter? converter)
    {
        var saga = Expression.Parameter(typeof(TSaga));
        var value = Expression.Parameter(typeof(TValue));
        var member = Expression.Property(saga, property.PropertyInfo!);
        var get = Expression.Lambda<Func<TSaga, TValue>>(Converted(member, converter?.ConvertToProviderExpression, typeof(TValue)), saga);
        var set = Expression.Lambda<Action<TSaga, TValue>>(
            Expression.Assign(member, Converted(value, converter?.ConvertFromProviderExpression, member.Type)),
            saga,
            value
        );
        var isClosed = (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum;
        return new(Quoted(property), property.GetColumnType(), isClosed, get.Compile(), set.Compile());
    }

    // Entity Framework's converters never see null; neither do they here.
    static Expression Converted(Expression source, LambdaExpression? conversion, Type target)
    {
        if (conversion is null)
        {
            return source;
        }
        var converted = Expression.Convert(
            Expression.Invoke(conversion, Expression.Convert(source, conversion.Parameters[0].Type)),
            target
        );
        var mayBeNull = !source.Type.IsValueType || Nullable.GetUnderlyingType(source.Type) is not null;
        return mayBeNull
            ? Expression.Condition(Expression.Equal(source, Expression.Constant(null, source.Type)), Expression.Default(target), converted)
            : converted;
    }

    static Type AsNullable(Type provider, Type model) =>
        Nullable.GetUnderlyingType(model) is not null && provider.IsValueType && Nullable.GetUnderlyingType(provider) is null
            ? typeof(Nullable<>).MakeGenericType(provider)
            : provider;

    static Func<TSaga, TSaga> MakeCopier()
    {
        var saga = Expression.Parameter(typeof(TSaga));
        var clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.NonPublic | BindingFlags.Instance)!;
        return Expression.Lambda<Func<TSaga, TSaga>>(Expression.Convert(Expression.Call(saga, clone), typeof(TSaga)), saga).Compile();
    }
}
