using System.Text;

namespace Phase1.Unit.Tests.FileIntake.Uploads;

/// <summary>The body of a multipart request, made while it is read, which counts what was read of it.</summary>
sealed class FormStream : Stream
{
    public const string Boundary = "----form";

    readonly Queue<(byte[] Text, long Zeros)> _pieces = new();
    byte[] _text = [];
    int _at;
    long _zeros;

    public long WasRead { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => WasRead;
        set => throw new NotSupportedException();
    }

    public FormStream Field(string name, string value) => Part($"Content-Disposition: form-data; name=\"{name}\"", value, 0);

    /// <summary>A file of the text and as many letters behind it.</summary>
    public FormStream File(string name, string start, long letters = 0) =>
        Part($"Content-Disposition: form-data; name=\"files\"; filename=\"{name}\"", start, letters);

    /// <summary>A file whose name and text are bytes of any encoding.</summary>
    public FormStream File(byte[] name, byte[] content)
    {
        _pieces.Enqueue(
            (
                [
                    .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"files\"; filename=\""),
                    .. name,
                    .. "\"\r\n\r\n"u8,
                    .. content,
                    .. "\r\n"u8,
                ],
                0
            )
        );
        return this;
    }

    public FormStream Part(string headers, string start, long letters)
    {
        _pieces.Enqueue((Encoding.UTF8.GetBytes($"--{Boundary}\r\n{headers}\r\n\r\n{start}"), letters));
        _pieces.Enqueue(("\r\n"u8.ToArray(), 0));
        return this;
    }

    public FormStream End()
    {
        _pieces.Enqueue((Encoding.UTF8.GetBytes($"--{Boundary}--\r\n"), 0));
        return this;
    }

    public override int Read(Span<byte> buffer)
    {
        while (_at == _text.Length && _zeros == 0 && _pieces.TryDequeue(out var piece))
        {
            (_text, _zeros, _at) = (piece.Text, piece.Zeros, 0);
        }

        var length = Math.Min(buffer.Length, _text.Length - _at);
        _text.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        if (length == 0)
        {
            length = (int)Math.Min(buffer.Length, _zeros);
            buffer[..length].Fill((byte)'a');
            _zeros -= length;
        }

        WasRead += length;
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
