using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Phase1.Integration.Tests.FileIntake.Uploads;

/// <summary>A form with files that are made while they are sent, so that the sender needs no memory for them.</summary>
sealed class LargeForm : HttpContent
{
    const string Boundary = "----large";

    static readonly byte[] Letters = [.. Enumerable.Repeat((byte)'a', 64 * 1024)];

    readonly List<(byte[] Start, int Letters)> _parts = [];

    public LargeForm(Guid batchId)
    {
        Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        Add("name=\"batch_id\"", Encoding.ASCII.GetBytes(batchId.ToString()), 0);
        Add("name=\"allow_duplicates\"", "true"u8.ToArray(), 0);
    }

    /// <summary>Files that hold these bytes and as many letters behind them.</summary>
    public LargeForm Add(int files, string extension, byte[] start, int letters)
    {
        for (var i = 0; i < files; i++)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"name=\"files\"; filename=\"{i}.{extension}\""), start, letters);
        }
        return this;
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var (start, letters) in _parts)
        {
            await stream.WriteAsync(start);
            for (var left = letters; left > 0; left -= Letters.Length)
            {
                await stream.WriteAsync(Letters.AsMemory(0, Math.Min(left, Letters.Length)));
            }
            await stream.WriteAsync("\r\n"u8.ToArray());
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    void Add(string disposition, byte[] start, int letters)
    {
        var head = Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");
        _parts.Add(([.. head, .. start], letters));
    }
}
