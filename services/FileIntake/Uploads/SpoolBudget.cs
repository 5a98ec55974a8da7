using Phase1.FileIntake.Extraction;

namespace Phase1.FileIntake.Uploads;

/// <summary>The disk space that all requests together may use while they are read.</summary>
sealed class SpoolBudget(IntakeOptions limits)
{
    long _used;

    public bool TryReserve(long bytes)
    {
        if (Interlocked.Add(ref _used, bytes) <= limits.MaxSpoolBytes)
        {
            return true;
        }

        Release(bytes);
        return false;
    }

    public void Release(long bytes) => Interlocked.Add(ref _used, -bytes);
}
