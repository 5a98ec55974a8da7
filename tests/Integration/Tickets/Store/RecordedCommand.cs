using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Phase1.Integration.Tests.Tickets.Store;

/// <summary>A statement that is shown to somebody before it is executed.</summary>
sealed class RecordedCommand(DbCommand command, Action<DbCommand> executes) : DbCommand
{
    [AllowNull]
    public override string CommandText
    {
        get => command.CommandText;
        set => command.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => command.CommandTimeout;
        set => command.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => command.CommandType;
        set => command.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection
    {
        get => command.Connection;
        set => command.Connection = value;
    }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    protected override DbTransaction? DbTransaction
    {
        get => command.Transaction;
        set => command.Transaction = value;
    }

    public override void Cancel() => command.Cancel();

    public override int ExecuteNonQuery()
    {
        executes(command);
        return command.ExecuteNonQuery();
    }

    public override object? ExecuteScalar()
    {
        executes(command);
        return command.ExecuteScalar();
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        executes(command);
        return command.ExecuteNonQueryAsync(cancellationToken);
    }

    public override void Prepare() => command.Prepare();

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        executes(command);
        return command.ExecuteReader(behavior);
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        executes(command);
        return command.ExecuteReaderAsync(behavior, cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await base.DisposeAsync();
    }
}
