using System.Net;
using System.Net.Sockets;

namespace Phase1.Tests.Infrastructure;

/// <summary>
/// Ports on 127.0.0.1 that nobody listens on, below the range that the system hands out by itself, so that one stays
/// free while its server is stopped. Each process begins at a place of its own.
/// </summary>
public static class FreePort
{
    const int First = 15_000;
    const int Count = 15_000;
    static int _last = Environment.ProcessId * 61;

    /// <summary>A port that was free just now and that this process has not handed out before.</summary>
    public static int Next()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref _last) % Count);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
        throw new InvalidOperationException("No port is free on 127.0.0.1.");
    }
}
