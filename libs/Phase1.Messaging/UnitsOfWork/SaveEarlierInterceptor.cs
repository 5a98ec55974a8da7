using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>
/// Has the unit of work save the changes of earlier records before its DbContext sends a query. Only the asynchronous methods are overridden: the
/// engine uses no others.
/// </summary>
sealed class SaveEarlierInterceptor(UnitOfWork work) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => SaveEarlierAsync(result, cancellationToken);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => SaveEarlierAsync(result, cancellationToken);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => SaveEarlierAsync(result, cancellationToken);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => throw Blocking();

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => throw Blocking();

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => throw Blocking();

    async ValueTask<InterceptionResult<T>> SaveEarlierAsync<T>(InterceptionResult<T> result, CancellationToken cancellationToken)
    {
        await work.SaveEarlierAsync(cancellationToken);
        return result;
    }

    static InvalidOperationException Blocking() => new("A query that blocks its thread: use its asynchronous form.");
}
