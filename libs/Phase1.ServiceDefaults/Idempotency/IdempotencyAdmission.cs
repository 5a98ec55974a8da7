using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Beside the connection that locks its key, a request needs one for its effect. Were all connections taken by locks, none could go on: so at
/// most half as many such requests as there are connections are let in at once, and the others wait.
/// </summary>
sealed class IdempotencyAdmission(NpgsqlDataSource database) : IDisposable
{
    readonly SemaphoreSlim _places = new(new NpgsqlConnectionStringBuilder(database.ConnectionString).MaxPoolSize / 2);

    /// <summary>Waits for a place, which is free again when the answer is disposed of.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
