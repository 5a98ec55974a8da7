using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Phase1.Servers.Kafka;

/// <summary>
/// Kafka's classes as a Java virtual machine holds them in memory, in a file that it maps when it starts: a broker then starts in about half the
/// processor time. The file stays in the temporary folder for later runs; a virtual machine that cannot use it loads the classes one by one.
/// </summary>
static class ClassArchive
{
    /// <summary>The archive for a tool's Kafka, made where there is none; null where another process is making it, or it cannot be made.</summary>
    /// <param name="program">The tool.</param>
    public static async Task<string?> FindAsync(string program)
    {
        var jars = new DirectoryInfo(Path.Combine(Path.GetDirectoryName(program)!, "lib"));
        if (!jars.Exists)
        {
            return null;
        }
        var archive = Path.Combine(Path.GetTempPath(), $"phase1-kafka-{Environment.UserName}", $"{KeyOf(jars)}.jsa");
        return File.Exists(archive) || await MakeAsync(program, archive) ? archive : null;
    }

    // A virtual machine writes its archive when it ends in order, so a cluster is started and stopped.
    static async Task<bool> MakeAsync(string program, string archive)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        using var alone = TryLock(archive + ".making");
        if (alone is null)
        {
            return false;
        }
        var made = archive + ".new";
        await using (var cluster = await KafkaCluster.StartAsync(new(program, ToolEnvironment.Archiving(made)), inMemory: true))
        {
            await cluster.DoAsync("stop");
        }
        if (File.Exists(made))
        {
            File.Move(made, archive, overwrite: true);
        }
        return File.Exists(archive);
    }

    static FileStream? TryLock(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    // A virtual machine refuses the archive of other files.
    static string KeyOf(DirectoryInfo jars)
    {
        var parts = jars.GetFiles()
            .OrderBy(jar => jar.Name, StringComparer.Ordinal)
            .Select(jar => string.Create(CultureInfo.InvariantCulture, $"{jar.FullName} {jar.Length} {jar.LastWriteTimeUtc.Ticks}"))
            .Append(Environment.GetEnvironmentVariable("JAVA_HOME"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
    }
}
