using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Tickets.Schema;

namespace Phase1.Tickets.Store;

/// <summary>
/// What the two databases say differently: types, locks, the place of nulls, the clock. Everything else of the store's SQL is written once, with
/// named parameters.
/// </summary>
abstract class SqlDialect
{
    /// <summary>The folder of its numbered files.</summary>
    internal abstract string Folder { get; }

    internal abstract string CreateLedger { get; }

    /// <summary>Appended to a select whose rows the transaction will change.</summary>
    internal abstract string ForUpdate { get; }

    /// <summary>The same, leaving out what another transaction has locked.</summary>
    internal abstract string ForUpdateSkipLocked { get; }

    /// <summary>An ascending order with nulls last, as the index of claims has it.</summary>
    internal abstract string NullsLast(string column);

    /// <summary>A condition that a column has one of the values of an array parameter.</summary>
    internal abstract string In(string column, string parameter);

    /// <summary>Holds a matter (a parameter) until the transaction ends: there may be no row of it yet that could be locked.</summary>
    internal abstract string LockMatter { get; }

    /// <summary>The database's own time: leases are about processes and not about the domain.</summary>
    internal abstract string DatabaseNow { get; }

    /// <summary>The database's own time, so many seconds (a parameter) ago.</summary>
    internal abstract string DatabaseAgo(string seconds);

    internal abstract Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Refuses a database that is too old for the files.</summary>
    /// <exception cref="SchemaException">It is.</exception>
    internal abstract void CheckVersion(DbConnection connection);

    internal abstract string SwitchForeignKeys(bool on);

    /// <summary>Finds what would make a file fail without saying why.</summary>
    /// <exception cref="SchemaException">Something would.</exception>
    internal abstract Task CheckBeforeAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    );

    /// <summary>Looks whether a rebuilt table has left rows that refer to nothing.</summary>
    /// <exception cref="SchemaException">It has.</exception>
    internal abstract Task CheckForeignKeysAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    );

    /// <summary>The value as a parameter: text, numbers, truth, instants, JSON objects, ids, arrays of text, or null.</summary>
    protected abstract DbParameter ToParameter(string name, object? value);

    /// <summary>The instant of a column that is not null.</summary>
    internal abstract DateTimeOffset ReadInstant(DbDataReader reader, int column);

    internal abstract bool ReadTruth(DbDataReader reader, int column);

    internal abstract Guid ReadId(DbDataReader reader, int column);

    /// <summary>A parameter whose type the database could not know from its place.</summary>
    internal abstract string Typed(string parameter, string type);

    /// <summary>Inserts all rows, in as few round trips as the database allows.</summary>
    /// <param name="session">Where.</param>
    /// <param name="insert">What.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many were inserted.</returns>
    internal abstract Task<int> InsertAsync(ITicketSession session, RowInsert insert, CancellationToken cancellationToken);

    /// <summary>Takes the tickets that nobody has, or that are pending although they are ours; whoever finds no row has lost.</summary>
    internal abstract Task<IReadOnlyList<ClaimedTicket>> ClaimAsync(
        ITicketSession session,
        string[] ids,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    internal void Bind(DbCommand command, string name, object? value) => command.Parameters.Add(ToParameter(name, value));

    /// <summary>An object as it was stored; null for a text that is none.</summary>
    internal static JsonObject? ToObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
