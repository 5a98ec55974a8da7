using System.Diagnostics;
using Phase1.Servers.Processes;

namespace Phase1.Servers.Kafka;

/// <summary>The tool that runs private brokers; its commands are start, stop, kill, pause, resume, status and delete.</summary>
/// <param name="program">The tool.</param>
/// <param name="environment">Beside what it inherits.</param>
public sealed class KafkaTool(string program, IReadOnlyDictionary<string, string>? environment = null)
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "PHASE1_TEST_KAFKA_TOOL";

    const string BesideTheCheckout = "../shared/kafka/kafka";

    /// <summary>Where the tool is: it is named, or lies beside the checkout. Null where it is neither.</summary>
    public static string? Path
    {
        get
        {
            var named = Environment.GetEnvironmentVariable(Variable);
            var path = string.IsNullOrEmpty(named) ? Repository.PathOf(BesideTheCheckout) : System.IO.Path.GetFullPath(named);
            return File.Exists(path) ? path : null;
        }
    }

    /// <summary>Runs a command on the cluster of a folder and returns what it has written.</summary>
    public Task<string> RunAsync(string command, string folder, params string[] options) =>
        Programs.RunAsync(Prepare(command, folder, options));

    /// <summary>Whether every node of a folder's cluster runs.</summary>
    public async Task<bool> RunsAsync(string folder)
    {
        try
        {
            await RunAsync("status", folder);
            return true;
        }
        catch (ServerException)
        {
            return false;
        }
    }

    /// <summary>Removes a cluster; for the end of the process, where nothing can be awaited and nothing may fail.</summary>
    internal void Delete(string folder) => Programs.RunToEnd(Prepare("delete", folder, []));

    ProcessStartInfo Prepare(string command, string folder, string[] options)
    {
        var start = new ProcessStartInfo(program, [command, "--dir", folder, .. options]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
