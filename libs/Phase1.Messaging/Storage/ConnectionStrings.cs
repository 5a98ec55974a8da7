using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// What the engine adds to a connection string. Every connection keeps the statements that it runs again and again prepared: the server then
/// parses and plans each of them once a connection instead of once a use, which is the greater part of its work for short ones. A string that
/// says <c>Max Auto Prepare</c> itself is left so; 0 is for a pooler that gives every transaction another session.
/// </summary>
public static class ConnectionStrings
{
    // More than a service has; what is used least gives way.
    const int StatementsKept = 200;

    const string KeptSetting = "Max Auto Prepare";

    /// <summary>
    /// For a pool of connections. They come back as they were left, without the seven statements that would reset them: nobody here sets anything
    /// for longer than a transaction.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    public static NpgsqlConnectionStringBuilder Pooled(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!builder.ShouldSerialize(KeptSetting))
        {
            builder.MaxAutoPrepare = StatementsKept;
        }
        builder.NoResetOnClose = true;
        return builder;
    }

    /// <summary>
    /// For one session that holds advisory locks: they end with it, and only with it, so it is no pool's. Its commits do not wait for the disk: what
    /// a crash of the server takes back is only done again. Its statements are planned while their tables are empty and run when they are not: none of
    /// them is to read a whole table.
    /// </summary>
    /// <param name="connectionString">The database.</param>
    public static string Session(string connectionString)
    {
        var builder = Pooled(connectionString);
        builder.Pooling = false;
        builder.KeepAlive = 0;
        builder.Options = $"{builder.Options} -c synchronous_commit=off -c enable_seqscan=off".Trim();
        return builder.ConnectionString;
    }
}
