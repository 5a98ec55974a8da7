using System.Net;
using System.Net.Sockets;

namespace Phase1.Servers;

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
    public static int Next() => NextRow(1);

    /// <summary>The first of several such ports in a row.</summary>
    public static int NextRow(int length)
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var first = First + (int)((uint)(Interlocked.Add(ref _last, length) - length + 1) % (Count - length));
            if (Enumerable.Range(first, length).All(IsFree))
            {
                return first;
            }
        }
        throw new ServerException("No port is free on 127.0.0.1.");
    }

    static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
