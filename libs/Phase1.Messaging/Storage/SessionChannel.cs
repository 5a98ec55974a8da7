using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>
/// A channel of a database (LISTEN and NOTIFY) on which other processes say that there is something new. The session that listens has no transaction
/// open while it waits, and what is said there belongs to no other transaction.
/// </summary>
sealed class SessionChannel
{
    readonly NpgsqlConnection _session;
    volatile bool _heard;

    SessionChannel(NpgsqlConnection session)
    {
        _session = session;
        session.Notification += (_, _) => _heard = true;
    }

    public static async Task<SessionChannel> ListenAsync(NpgsqlConnection session, string name, CancellationToken cancellationToken)
    {
        var channel = new SessionChannel(session);
        await using var batch = new NpgsqlBatch(session) { BatchCommands = { new($"listen {name}") } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return channel;
    }

    public static NpgsqlBatchCommand ToNotify(string name) => new($"notify {name}");

    /// <summary>To be called before looking for what is new: only what is said from here on ends a wait.</summary>
    public void Forget() => _heard = false;

    /// <summary>Completes when something is said, or has been, or when the other wait ends; that one is cancelled with the first.</summary>
    /// <exception cref="NpgsqlException">The session is lost.</exception>
    public async Task WaitAsync(Func<CancellationToken, Task> otherWait, CancellationToken cancellationToken)
    {
        if (_heard)
        {
            return;
        }
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] waits = [_session.WaitAsync(ending.Token), otherWait(ending.Token)];
        await Task.WhenAny(waits);
        await ending.CancelAsync();
        try
        {
            await Task.WhenAll(waits);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The one that was not the first.
        }
    }
}
