using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>A part of a package, of which no more than so much is read.</summary>
sealed class BoundedPart(Stream part, long mostBytes) : Stream
{
    long _read;

    public static UnreadableFileException TooLong() =>
        new(ValidationErrorCode.TextExtractionFailed, "A part of the document is longer than is read.");

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        _read += read;
        return _read <= mostBytes ? read : throw TooLong();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }

        base.Dispose(disposing);
    }
}
