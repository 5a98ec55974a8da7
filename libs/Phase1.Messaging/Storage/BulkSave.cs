using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// Saves what a DbContext has tracked in one round trip, with one statement for all rows of a table that write the same columns; Entity Framework's
/// own batch has a statement for each row.
/// </summary>
sealed class BulkSave : ModificationCommandBatch
{
    readonly List<IReadOnlyModificationCommand> _rows = [];
    bool _moreExpected;

    public override IReadOnlyList<IReadOnlyModificationCommand> ModificationCommands => _rows;

    public override bool RequiresTransaction => true;

    public override bool AreMoreBatchesExpected => _moreExpected;

    public override bool TryAddCommand(IReadOnlyModificationCommand modificationCommand)
    {
        _rows.Add(modificationCommand);
        return true;
    }

    public override void Complete(bool moreBatchesExpected) => _moreExpected = moreBatchesExpected;

    public override void Execute(IRelationalConnection connection) =>
        throw new InvalidOperationException("A save that blocks its thread: use its asynchronous form.");

    public override async Task ExecuteAsync(IRelationalConnection connection, CancellationToken cancellationToken = default)
    {
        var statements = BulkStatement.Of(_rows);
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection.DbConnection)
        {
            Transaction = (NpgsqlTransaction?)connection.CurrentTransaction?.GetDbTransaction(),
        };
        foreach (var statement in statements)
        {
            batch.BatchCommands.Add(statement.Command);
        }
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var statement in statements.Where(statement => statement.Returns))
            {
                await statement.ReadAsync(reader, cancellationToken);
                await reader.NextResultAsync(cancellationToken);
            }
        }
        catch (NpgsqlException exception)
        {
            throw new DbUpdateException("The changes could not be saved.", exception, Entries(_rows));
        }
        if (statements.FirstOrDefault(statement => (int)statement.Command.RecordsAffected != statement.Rows.Count) is { } changed)
        {
            throw new DbUpdateConcurrencyException("Another transaction has changed or deleted a row.", Entries(changed.Rows));
        }
    }

    static List<IUpdateEntry> Entries(IEnumerable<IReadOnlyModificationCommand> rows) => [.. rows.SelectMany(row => row.Entries)];
}

/// <summary>Gives a DbContext the bulk save in place of its own.</summary>
sealed class BulkSaveFactory : IModificationCommandBatchFactory
{
    public ModificationCommandBatch Create() => new BulkSave();
}
