namespace Phase1.Servers.Processes;

/// <summary>Remembers a process that outlives this one.</summary>
public sealed class PidFile(string path)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(20);
    static readonly TimeSpan TimeToDie = TimeSpan.FromSeconds(10);

    /// <summary>Whether a process is remembered, even one that has ended.</summary>
    public bool Exists => File.Exists(path);

    /// <summary>The remembered process, if it still runs.</summary>
    public ProcessIdentity? Running => Read() is { IsRunning: true } running ? running : null;

    public void Remember(ProcessIdentity process) => File.WriteAllText(path, $"{process}\n");

    /// <summary>SIGKILL to the process and its group.</summary>
    public async Task KillAsync()
    {
        if (Running is { } process)
        {
            Signal.Kill.SendToGroup(process.Id);
            if (!await EndsAsync(process, TimeToDie))
            {
                throw new ServerException($"Process {process.Id} does not end.");
            }
        }
    }

    /// <summary>Asks all processes and their groups to end (SIGTERM), kills those that have not done so in 20 s, and forgets them.</summary>
    public static async Task EndAsync(params IReadOnlyCollection<PidFile> files)
    {
        foreach (var file in files)
        {
            if (file.Running is { } process)
            {
                Signal.Terminate.SendToGroup(process.Id);
            }
        }
        await Task.WhenAll(files.Select(file => file.EndAsync()));
    }

    async Task EndAsync()
    {
        if (Running is { } process && !await EndsAsync(process, TimeToEnd))
        {
            await KillAsync();
        }
        if (Exists)
        {
            File.Delete(path);
        }
    }

    static async Task<bool> EndsAsync(ProcessIdentity process, TimeSpan patience)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (process.IsRunning)
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience)
            {
                return false;
            }
            await Task.Delay(Interval, TimeProvider.System);
        }
        return true;
    }

    ProcessIdentity? Read() => File.Exists(path) ? ProcessIdentity.Parse(File.ReadAllText(path)) : null;
}
