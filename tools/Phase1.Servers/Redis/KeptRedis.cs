using System.Globalization;
using System.Security.Cryptography;
using Phase1.Servers.Processes;

namespace Phase1.Servers.Redis;

/// <summary>
/// The Redis of a suite that outlives the process that started it: a private one, or another whose address is kept here, or none. A private one
/// keeps nothing, so that its port and password are new for every suite.
/// </summary>
public sealed class KeptRedis(string folder)
{
    const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Address and password; null where the suite has none.</summary>
    public string? Connection =>
        File.Exists(ConnectionFile) && File.ReadAllText(ConnectionFile).Trim() is { Length: > 0 } kept ? kept : null;

    /// <summary>Whether it is a private one.</summary>
    public bool IsPrivate => File.Exists(Settings);

    public bool IsRunning => Process.IsRunning;

    string ConnectionFile => Path.Combine(folder, "connection");

    string Settings => Path.Combine(folder, "redis.conf");

    DetachedProcess Process =>
        new(
            "redis-server",
            [RedisProgram.Path ?? "redis-server", Settings],
            new Dictionary<string, string?>(),
            Path.Combine(folder, "redis.log"),
            Path.Combine(folder, "pid")
        );

    /// <summary>Decides which Redis a new suite has.</summary>
    /// <param name="given">Address and password of one that is there; null for a private one, where the program is installed.</param>
    public async Task ChooseAsync(string? given)
    {
        Directory.CreateDirectory(folder);
        await StopAsync();
        File.Delete(Settings);
        if (given is not null || RedisProgram.Path is null)
        {
            Write(ConnectionFile, given ?? "");
            return;
        }
        var port = FreePort.Next();
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Write(
            Settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"bind 127.0.0.1\nport {port}\nrequirepass {password}\nsave \"\"\nappendonly no\ndir \"{folder}\"\n"
            )
        );
        Write(ConnectionFile, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port},password={password}"));
    }

    /// <summary>Starts a private one that does not run.</summary>
    public async Task StartAsync()
    {
        if (IsPrivate)
        {
            var process = Process;
            if (!process.IsRunning)
            {
                process.Start();
            }
            await RedisProgram.ReadyAsync(process, PortOf(Connection!));
        }
    }

    public Task StopAsync() => PidFile.EndAsync(Process.PidFile);

    static int PortOf(string connection) => int.Parse(connection.Split(',')[0].Split(':')[1], CultureInfo.InvariantCulture);

    static void Write(string path, string text)
    {
        File.Delete(path);
        using var file = new StreamWriter(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = Secret,
            }
        );
        file.WriteLine(text);
    }
}
