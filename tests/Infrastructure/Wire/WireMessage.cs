using System.Buffers.Binary;
using System.Text;

namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>One message of PostgreSQL's protocol, version 3.</summary>
/// <param name="Type">Its letter; 0 for what a client says first, which has none.</param>
/// <param name="Bytes">All of it.</param>
readonly record struct WireMessage(byte Type, byte[] Bytes)
{
    const int LengthBytes = 4;
    const int CancelRequest = 80_877_102;

    /// <summary>After these the server answers, and is ready again. The driver sends the beginning of a transaction together with what follows it.</summary>
    public bool EndsStep => Type is (byte)'S' || (Type is (byte)'Q' && !BeginsTransaction);

    /// <summary>Answered by itself, and part of the step that follows.</summary>
    public bool BeginsTransaction => Type is (byte)'Q' && Bytes.AsSpan(1 + LengthBytes).StartsWith("BEGIN"u8);

    /// <summary>The server waits for the next step.</summary>
    public bool SaysReady => Type is (byte)'Z';

    /// <summary>The server is ready, and no transaction is open.</summary>
    public bool SaysOutsideTransaction => SaysReady && Bytes[^1] == (byte)'I';

    /// <summary>A statement has run to its end.</summary>
    public bool SaysDone => Type is (byte)'C';

    /// <summary>A statement has failed.</summary>
    public bool SaysFailed => Type is (byte)'E';

    /// <summary>A statement of this kind has run to its end.</summary>
    public bool SaysDoneWith(ReadOnlySpan<byte> kind) => SaysDone && Bytes.AsSpan(1 + LengthBytes).StartsWith(kind);

    /// <summary>A client asks, on a connection of its own, for the end of what another does.</summary>
    public bool AsksToCancel => Type == 0 && BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(LengthBytes)) == CancelRequest;

    /// <summary>Reads a message; null at the end.</summary>
    public static async Task<WireMessage?> ReadAsync(Stream stream, bool hasType, CancellationToken cancellationToken)
    {
        var head = new byte[LengthBytes + (hasType ? 1 : 0)];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken) < head.Length)
        {
            return null;
        }
        var length = BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(hasType ? 1 : 0));
        var bytes = new byte[head.Length - LengthBytes + length];
        head.CopyTo(bytes, 0);
        await stream.ReadExactlyAsync(bytes.AsMemory(head.Length), cancellationToken);
        return new(hasType ? bytes[0] : (byte)0, bytes);
    }

    /// <summary>The server's last words: the session is over.</summary>
    public static WireMessage Fatal(string state) => Typed('E', $"SFATAL\0VFATAL\0C{state}\0Mplanted\0\0");

    /// <summary>A statement that the server itself refuses.</summary>
    public static WireMessage Refused(string state) =>
        Typed('Q', $"do $$ begin raise exception using errcode = '{state}', message = 'planted'; end $$\0");

    static WireMessage Typed(char type, string text)
    {
        var bytes = new byte[1 + LengthBytes + Encoding.UTF8.GetByteCount(text)];
        bytes[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), bytes.Length - 1);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(1 + LengthBytes));
        return new((byte)type, bytes);
    }
}
