using System.Buffers;
using Npgsql;

namespace Phase1.Messaging.Storage;

/// <summary>The bytes of many rows in a few borrowed arrays, instead of an array for each value. Nothing read here may be used after its end.</summary>
sealed class RowBytes : IDisposable
{
    const int UsualArray = 128 << 10;

    readonly List<byte[]> _arrays = [];
    int _used;

    /// <summary>The bytes of a column: those of a text are its UTF-8.</summary>
    public ReadOnlyMemory<byte> Read(NpgsqlDataReader row, int ordinal)
    {
        var length = (int)row.GetBytes(ordinal, 0, null, 0, 0);
        if (_arrays.Count == 0 || _arrays[^1].Length - _used < length)
        {
            _arrays.Add(ArrayPool<byte>.Shared.Rent(Math.Max(length, UsualArray)));
            _used = 0;
        }
        row.GetBytes(ordinal, 0, _arrays[^1], _used, length);
        var read = _arrays[^1].AsMemory(_used, length);
        _used += length;
        return read;
    }

    public void Dispose()
    {
        _arrays.ForEach(array => ArrayPool<byte>.Shared.Return(array));
        _arrays.Clear();
    }
}
