using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>
/// Tells the unit of work that its DbContext speaks to the database, and lets it save first what earlier records have left. Everything here is
/// asynchronous; the engine has no use for the others.
/// </summary>
sealed class TouchInterceptor(UnitOfWork work) : DbCommandInterceptor
{
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        await TouchAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        await TouchAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    )
    {
        await TouchAsync(cancellationToken);
        return result;
    }

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

    ValueTask TouchAsync(CancellationToken cancellationToken)
    {
        work.Touch();
        return work.SaveEarlierAsync(cancellationToken);
    }

    static InvalidOperationException Blocking() => new("A query that blocks its thread: use its asynchronous form.");
}
