using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// Where connections come from, with what <see cref="ConnectionStrings"/> adds. The server is not asked for its types: all that we use are
/// PostgreSQL's own, which Npgsql knows, and otherwise each source reads the whole catalogue of types at its first connection.
/// </summary>
public static class DataSources
{
    /// <summary>A pool.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="configure">Adds to it.</param>
    public static NpgsqlDataSource Pool(string connectionString, Action<NpgsqlDataSourceBuilder>? configure = null) =>
        Create(ConnectionStrings.Pooled(connectionString).ConnectionString, configure);

    /// <summary>Sessions that hold advisory locks, each a connection of its own.</summary>
    /// <param name="connectionString">The database.</param>
    public static NpgsqlDataSource Sessions(string connectionString) =>
        Create(ConnectionStrings.Session(connectionString), configure: null);

    static NpgsqlDataSource Create(string connectionString, Action<NpgsqlDataSourceBuilder>? configure)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        configure?.Invoke(builder);
        return builder.Build();
    }
}
