using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>
/// Stands between a service and its PostgreSQL, counts the steps of their conversation, and makes one of them go wrong. As it speaks the protocol,
/// the service, its driver and the server are those of every day.
/// </summary>
public sealed class FaultyWire : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _closing = new();
    readonly Lock _gate = new();
    readonly NpgsqlConnectionStringBuilder _server;
    readonly Task _accepting;
    readonly int _patience;
    WireFault? _fault;
    int _strikeAt;
    int _steps;

    /// <param name="server">The server at the other end.</param>
    /// <param name="patience">How many seconds the service waits for a connection or an answer.</param>
    public FaultyWire(PostgresServer server, int patience)
    {
        _patience = patience;
        _server = new(server.ConnectionString);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>What has been said since the beginning.</summary>
    public WireCounts Counts { get; } = new();

    /// <summary>Whether the fault of the last <see cref="Arm"/> has happened.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>A connection string that goes through here.</summary>
    /// <param name="connectionString">Of a database of the server.</param>
    public string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            Timeout = _patience,
            CommandTimeout = _patience,
            CancellationTimeout = -1,
        }.ConnectionString;

    /// <summary>From now on steps are counted, and one of them goes wrong.</summary>
    /// <param name="step">Which one, from 1.</param>
    /// <param name="fault">How.</param>
    public void Arm(int step, WireFault fault)
    {
        lock (_gate)
        {
            (_fault, _strikeAt, _steps, HasStruck) = (fault, step, 0, false);
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public void Disarm()
    {
        lock (_gate)
        {
            _fault = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

    /// <summary>Counts a step; what must become of it, if anything.</summary>
    internal WireFault? NextStep()
    {
        lock (_gate)
        {
            if (_fault is null || ++_steps != _strikeAt)
            {
                return null;
            }
            HasStruck = true;
            return _fault;
        }
    }

    async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                sessions.Add(ServeAsync(client));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(sessions);
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            try
            {
                client.NoDelay = true;
                await server.ConnectAsync(_server.Host!, _server.Port, _closing.Token);
                using var session = new WireSession(this, client.GetStream(), server.GetStream());
                await session.RunAsync(_closing.Token);
            }
            catch (Exception over) when (over is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One side has gone; so has the other then.
            }
        }
    }
}
