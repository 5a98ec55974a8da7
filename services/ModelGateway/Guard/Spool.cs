using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Guard;

/// <summary>
/// The file where the ends of calls wait while the database is away: a line each, of ids and numbers. A line that was booked already is found in the
/// database and changes nothing, so that booking may be cut off and begun again.
/// </summary>
sealed class Spool(GuardOptions options) : IDisposable
{
    readonly SemaphoreSlim _gate = new(1, 1);
    volatile int _waiting;
    volatile int _taken;

    /// <summary>How many ends of calls are known to wait; what an earlier process has left counts from the first booking on.</summary>
    internal int Lines => _waiting + _taken;

    string InWork => options.SpoolPath + ".booking";

    /// <summary>Adds a line. It is on the disk when this returns.</summary>
    internal async Task AppendAsync(Settlement settlement)
    {
        await _gate.WaitAsync();
        try
        {
            await using var file = new FileStream(options.SpoolPath, FileMode.Append, FileAccess.Write, FileShare.Read);
            // A line that a crash has cut off ends here.
            file.WriteByte((byte)'\n');
            await JsonSerializer.SerializeAsync(file, settlement, Phase1Json.Options);
            file.WriteByte((byte)'\n');
            file.Flush(flushToDisk: true);
            _waiting++;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What waits. It stays on the disk until <see cref="Done"/>; what is added meanwhile waits for the next time.</summary>
    internal async Task<IReadOnlyList<Settlement>> TakeAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            // What an earlier booking has not finished comes first.
            if (!File.Exists(InWork) && File.Exists(options.SpoolPath))
            {
                File.Move(options.SpoolPath, InWork);
                _waiting = 0;
            }
            Settlement[] taken = File.Exists(InWork)
                ? [.. (await File.ReadAllLinesAsync(InWork, cancellationToken)).Select(Read).OfType<Settlement>()]
                : [];
            _taken = taken.Length;
            return taken;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What was taken is in the database.</summary>
    internal void Done()
    {
        File.Delete(InWork);
        _taken = 0;
    }

    public void Dispose() => _gate.Dispose();

    // A line that was cut off was never acknowledged: its call ended with an error, and the sweeper settles it.
    static Settlement? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<Settlement>(line, Phase1Json.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
