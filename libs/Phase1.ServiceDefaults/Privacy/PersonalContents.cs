using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>What the service holds about the student of a request that was answered, as a zip made as of one instant. No copy lies anywhere.</summary>
public sealed class PersonalContents
{
    readonly IPersonalData _data;
    readonly DbContext _context;
    readonly NpgsqlDataSource _database;
    readonly TimeProvider _clock;

    internal PersonalContents(IPersonalData data, DbContext context, NpgsqlDataSource database, TimeProvider clock) =>
        (_data, _context, _database, _clock) = (data, context, database, clock);

    /// <summary>Writes it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Where to; it takes calls that block, for the some bytes at the end of each file.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ProblemException">404: no such request, or its time is over. 409: it is not answered, or was not about contents.</exception>
    public async Task WriteAsync(Guid request, Stream body, CancellationToken cancellationToken) =>
        await WriteAsync(await FindAsync(request, cancellationToken), body, cancellationToken);

    internal async Task<PrivacyRequest> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var request =
            await _context
                .Set<PrivacyRequest>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.RequestId == id && one.ExpiresAt > now, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such request.");
        return request is { State: PrivacyRequestState.Answered, Purpose: PrivacyPurpose.Access or PrivacyPurpose.Export }
            ? request
            : throw new ProblemException(Problems.InvalidState, "The request is not answered, or was not about contents.");
    }

    internal async Task WriteAsync(PrivacyRequest request, Stream body, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await using var connection = await _database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using (var utc = new NpgsqlCommand("set local time zone 'UTC'", connection))
        {
            await utc.ExecuteNonQueryAsync(cancellationToken);
        }
        var queries = new PersonalQueries(_data, request.Subject, request.TicketId, now, connection);
        await queries.MarkAsync(cancellationToken);
        await new PackageWriter(_data, queries, now).WriteAsync(body, cancellationToken);
    }
}
