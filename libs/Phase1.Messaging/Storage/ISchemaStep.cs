using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// What a service does to its database at start besides the migrations of its DbContext, behind them and under the same lock: no two instances run
/// their steps at once. Register as a singleton.
/// </summary>
public interface ISchemaStep
{
    /// <summary>Brings the tables up to date; does nothing where they are.</summary>
    /// <param name="connection">Open, and without a transaction.</param>
    /// <param name="cancellationToken">The service stops.</param>
    /// <exception cref="Exception">What passes is tried again; anything else ends the process.</exception>
    Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}
