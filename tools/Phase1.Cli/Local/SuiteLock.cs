using Phase1.Cli.Output;

namespace Phase1.Cli.Local;

/// <summary>One command at a time changes what runs. The system drops the lock with the process.</summary>
static class SuiteLock
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    internal static async Task<IDisposable> TakeAsync(StateFolder state, Screen screen, CancellationToken cancellationToken)
    {
        state.Create();
        for (var told = false; ; told = true)
        {
            try
            {
                return new FileStream(state.PathOf("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                if (!told)
                {
                    screen.Say("waiting for another ./phase1 that is starting or stopping something");
                }
                await Task.Delay(Interval, TimeProvider.System, cancellationToken);
            }
        }
    }
}
